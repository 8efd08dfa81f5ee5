package io.heliograph.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What is asked of us: a piece of work, named after its benchmark method, and the largest ratios of
 * our cost to the official SDK's.
 */
enum Row {
  ROOT_SPAN("rootSpan", "root span, start and end", 0.50, 0.50),
  SERVER_SPAN("serverSpan", "server span, 6 attributes, remote parent, scope", 0.55, 0.40),
  UNSAMPLED_ROOT_SPAN("unsampledRootSpan", "unsampled root span", 0.25, 0.50),
  SPAN_TO_BYTES("spanToBytes", "span to batch to bytes, 8 attributes", 0.45, 0.25),
  ENCODING("encoding", "encoding alone, of one such span", 0.35, Row.UNASKED),
  COUNTER("counter", "counter", 1.0, Row.UNASKED),
  HISTOGRAM("histogram", "histogram, no span", 0.6, Row.UNASKED),
  HISTOGRAM_IN_SPAN("histogramInSpan", "histogram in a sampled span, exemplars", 0.30, Row.UNASKED),
  COLLECTION("collection", "collect and encode 2,000 histograms", 0.15, Row.NEARLY_NOTHING),
  EXTRACT("extract", "traceparent, extract", 1.0, Row.UNASKED),
  INJECT("inject", "traceparent, inject", 1.0, Row.UNASKED),
  EXTRACT_BAGGAGE("extractBaggage", "extract with baggage of 3", 0.6, Row.UNASKED),
  LOG_RECORD("logRecord", "log record, 5 attributes, trace context", 0.6, Row.UNASKED),
  HTTP_SERVER_REQUEST("httpServerRequest", "HTTP server request: span and duration", 0.25, 0.25);

  /** Any ratio will do. */
  static final double UNASKED = Double.POSITIVE_INFINITY;

  /** "≈ 0": what JMH itself allocates shows beside it. */
  static final double NEARLY_NOTHING = 0.001;

  final String method;
  final String title;
  final double askedTime;
  final double askedBytes;

  Row(String method, String title, double askedTime, double askedBytes) {
    this.method = method;
    this.title = title;
    this.askedTime = askedTime;
    this.askedBytes = askedBytes;
  }

  /** Those whose benchmark method contains the expression, in order. */
  static List<Row> matching(String regex) {
    java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(regex);
    return Arrays.stream(values()).filter(row -> pattern.matcher(row.method).find()).toList();
  }

  static Row ofMethod(String method) {
    return Arrays.stream(values())
        .filter(row -> row.method.equals(method))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no row for " + method));
  }
}
