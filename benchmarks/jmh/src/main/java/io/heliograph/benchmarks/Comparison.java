package io.heliograph.benchmarks;

import java.util.Locale;

/** One row, measured. */
record Comparison(Row row, Measured ours, Measured official) {

  static final String HEADER =
      "| work | ours ns | official ns | ratio | asked | ours B | official B | ratio | asked |"
          + " verdict |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---|";

  double timeRatio() {
    return ours.nanos() / official.nanos();
  }

  /** Nothing against nothing is no more than the same. */
  double byteRatio() {
    return ours.bytes() < 0.5 ? 0 : ours.bytes() / official.bytes();
  }

  boolean met() {
    return verdict().equals("met");
  }

  String verdict() {
    boolean time = timeRatio() <= row.askedTime;
    boolean bytes = byteRatio() <= row.askedBytes;
    if (time && bytes) {
      return "met";
    }
    return time ? "bytes missed" : bytes ? "time missed" : "both missed";
  }

  /** As a line of a Markdown table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.2f | %s | %s | %s | %s | %s | %s |",
        row.title,
        number(ours.nanos()),
        number(official.nanos()),
        timeRatio(),
        asked(row.askedTime),
        number(ours.bytes()),
        number(official.bytes()),
        official.bytes() < 0.5 ? "–" : String.format(Locale.ROOT, "%.2f", byteRatio()),
        asked(row.askedBytes),
        verdict());
  }

  static String number(double amount) {
    return String.format(Locale.ROOT, amount < 100 ? "%.1f" : "%.0f", amount);
  }

  private static String asked(double ratio) {
    if (ratio == Row.UNASKED) {
      return "–";
    }
    return ratio == Row.NEARLY_NOTHING ? "≈ 0" : String.format(Locale.ROOT, "≤ %.2f", ratio);
  }
}
