package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.TraceTree;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays the shop's story and compares the spans with it. Not thread-safe. */
final class Story {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final List<Chapter> chapters;
  private final List<Told> told = new ArrayList<>();

  /** A chapter that was played. */
  private record Told(Chapter chapter, ShopDriver.Exchange exchange) {}

  private Story(List<Chapter> chapters) {
    this.chapters = chapters;
  }

  static Story read(Path samples, Database database) {
    try {
      List<String> lines = Files.readAllLines(samples.resolve("shop/story.md"));
      return new Story(new StoryReader(Map.of("db", database.systemName())).read(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The chapter of that title. */
  Chapter chapter(String title) {
    return chapters.stream()
        .filter(chapter -> chapter.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no chapter " + title));
  }

  /** Sends every request, and waits until as many spans have arrived as it takes. */
  void play(ShopDriver driver, OtlpReceiver receiver) {
    for (Chapter chapter : chapters) {
      if (chapter.request() != null) {
        told.add(new Told(chapter, driver.send(chapter.request())));
      }
    }
    int wanted = chapters.stream().mapToInt(Chapter::spanCount).sum();
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (receiver.spans().size() < wanted && System.nanoTime() < deadline) {
      Pause.briefly();
    }
  }

  /** Prints what arrived, chapter by chapter, and answers with every difference, one a line. */
  List<String> review(List<ReceivedSpan> spans, PrintStream out) {
    List<String> differences = new ArrayList<>();
    reviewUnasked(spans, out, differences);
    for (Told one : told) {
      List<String> found = review(one, of(one.exchange().traceId(), spans), out);
      found.forEach(line -> differences.add(one.chapter().title() + ": " + line));
    }
    return differences;
  }

  private List<String> review(Told one, List<ReceivedSpan> spans, PrintStream out) {
    ShopDriver.Exchange exchange = one.exchange();
    out.println("\n## " + one.chapter().title());
    out.println(exchange.request() + " -> " + exchange.status());
    out.println(TraceTree.render(spans));
    List<String> differences = new ArrayList<>();
    if (exchange.status() != exchange.request().status()) {
      differences.add("answered " + exchange.status() + ": " + exchange.body());
    }
    differences.addAll(
        Comparison.differences(one.chapter().spans(), spans, exchange.parentSpanId()));
    return differences;
  }

  private void reviewUnasked(List<ReceivedSpan> spans, PrintStream out, List<String> differences) {
    Set<String> asked = new HashSet<>();
    told.forEach(one -> asked.add(one.exchange().traceId()));
    List<ReceivedSpan> rest =
        spans.stream().filter(span -> !asked.contains(span.traceId())).toList();
    List<ExpectedSpan> wanted =
        chapters.stream()
            .filter(chapter -> chapter.request() == null)
            .flatMap(chapter -> chapter.spans().stream())
            .toList();
    out.println("\n## Without being asked");
    out.println(TraceTree.render(rest));
    Comparison.differences(wanted, rest, "")
        .forEach(line -> differences.add("Without being asked: " + line));
  }

  private static List<ReceivedSpan> of(String traceId, List<ReceivedSpan> spans) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }
}
