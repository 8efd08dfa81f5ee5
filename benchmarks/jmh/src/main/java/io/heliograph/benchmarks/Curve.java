package io.heliograph.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How the cost of something grows with something else, named as {@code benchmarks/grow} has it. */
enum Curve {
  SPANS("spans", "spans of a request", "request", TimeUnit.MICROSECONDS),
  ATTRIBUTES("attributes", "attributes of a span", "span", TimeUnit.MICROSECONDS),
  THREADS("threads", "threads that end spans", "span", TimeUnit.NANOSECONDS),
  RECORD("record", "series of a histogram", "recording", TimeUnit.NANOSECONDS),
  COLLECT("collect", "series of a histogram", "collection", TimeUnit.MICROSECONDS),
  DESTINATIONS("destinations", "destinations of each span", "span", TimeUnit.MICROSECONDS);

  /** The histogram whose series grow. */
  static final String INSTRUMENT = "duration";

  /** Above the largest number of series, where both sides have 2,000 unless told. */
  static final int CARDINALITY_LIMIT = 20_002;

  /** Eight batches. */
  private static final int SPANS_OF_A_ROUND = 4096;

  /** Half of a queue, so that the threads meet. */
  private static final int SPANS_OF_ALL_THREADS = 32_768;

  final String title;
  final String input;
  final String unitOfWork;

  /** In which its costs are drawn. */
  final TimeUnit unit;

  Curve(String title, String input, String unitOfWork, TimeUnit unit) {
    this.title = title;
    this.input = input;
    this.unitOfWork = unitOfWork;
    this.unit = unit;
  }

  /** Where it is measured. */
  List<Integer> inputs() {
    return switch (this) {
      case SPANS -> List.of(1, 5, 10, 20, 50);
      case ATTRIBUTES -> List.of(0, 8, 16, 32, 64);
      case THREADS -> List.of(1, 2, 4, 8);
      case RECORD, COLLECT -> List.of(1, 100, 1000, 5000, 20_000);
      case DESTINATIONS -> List.of(1, 2, 3, 4);
    };
  }

  /** Series grow by powers of ten. */
  boolean isLogarithmic() {
    return this == RECORD || this == COLLECT;
  }

  int threads(int x) {
    return this == THREADS ? x : 1;
  }

  int destinations(int x) {
    return this == DESTINATIONS ? x : 1;
  }

  /** How often each thread works between two drains of the queues, so that nothing is dropped. */
  int runs(int x) {
    return switch (this) {
      case SPANS -> SPANS_OF_A_ROUND / x;
      case ATTRIBUTES, DESTINATIONS -> SPANS_OF_A_ROUND;
      case THREADS -> SPANS_OF_ALL_THREADS / x;
      case RECORD -> Math.max(WorkBenchmark.MEASUREMENTS, x);
      case COLLECT -> Math.max(1, 256 / x);
    };
  }

  static Curve titled(String title) {
    return Arrays.stream(values())
        .filter(curve -> curve.title.equals(title))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no curve '" + title + "', there are " + titles(List.of(values()))));
  }

  static List<String> titles(List<Curve> curves) {
    return curves.stream().map(curve -> curve.title).toList();
  }
}
