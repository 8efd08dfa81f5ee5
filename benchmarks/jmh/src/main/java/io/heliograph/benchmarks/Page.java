package io.heliograph.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation that shows curves' figures, each between two marks. */
record Page(Path file) {

  /** Fails if the page has no place for this curve. */
  void show(Curve curve, String figures) throws IOException {
    String text = Files.readString(file);
    String begin = "<!-- benchmarks/grow " + curve.title + " -->\n";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- end -->", from);
    if (from < begin.length() || to < 0) {
      throw new IllegalStateException(file + " has no '" + begin.strip() + "' with its end");
    }
    Files.writeString(file, text.substring(0, from) + figures + text.substring(to));
  }
}
