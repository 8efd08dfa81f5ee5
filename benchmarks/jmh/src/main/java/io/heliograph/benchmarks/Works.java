package io.heliograph.benchmarks;

import java.util.List;

/** Who does which piece of work. The names are the values of the benchmarks' parameter. */
final class Works {

  static final String OURS = "ours";
  static final String OFFICIAL = "otel";

  /** The official SDK in the memory mode that uses objects again. */
  static final String OFFICIAL_REUSING = "otel-reusing";

  static final String BRAVE = "brave";
  static final String MICROMETER = "micrometer";

  private Works() {}

  static Work open(Row row, String implementation, Outlet outlet) {
    return switch (implementation) {
      case OURS -> ours(row, outlet);
      case OFFICIAL -> official(row, outlet, OfficialEncoding.IMMUTABLE);
      case OFFICIAL_REUSING -> official(row, outlet, OfficialEncoding.REUSING);
      case BRAVE, MICROMETER -> peer(row);
      default -> throw new IllegalArgumentException(implementation);
    };
  }

  private static Work ours(Row row, Outlet outlet) {
    return switch (row) {
      case ENCODING -> new OurEncoding(outlet);
      case COLLECTION -> new OurCollection(outlet);
      case HTTP_SERVER_REQUEST -> new OurHttpServer(OurEngine.sampling(outlet), outlet);
      case UNSAMPLED_ROOT_SPAN -> new SpanWork.Unsampled(OurEngine.samplingNothing(outlet));
      default -> throughApi(row, OurEngine.sampling(outlet), outlet);
    };
  }

  private static Work official(Row row, Outlet outlet, OfficialEncoding encoding) {
    return switch (row) {
      case ENCODING -> new OfficialBatchEncoding(outlet, encoding);
      case COLLECTION -> new OfficialCollection(outlet, encoding);
      case HTTP_SERVER_REQUEST ->
          new OfficialHttpServer(OfficialEngine.sampling(outlet, encoding), outlet);
      case UNSAMPLED_ROOT_SPAN -> new SpanWork.Unsampled(OfficialEngine.samplingNothing(outlet));
      default -> throughApi(row, OfficialEngine.sampling(outlet, encoding), outlet);
    };
  }

  /** The same code for both sides. */
  private static Work throughApi(Row row, Engine engine, Outlet outlet) {
    return switch (row) {
      case ROOT_SPAN -> new SpanWork.Root(engine, outlet);
      case SERVER_SPAN -> new SpanWork.Server(engine, outlet);
      case SPAN_TO_BYTES -> new SpanWork.Encoded(engine, outlet);
      case COUNTER -> new MetricWork.Counter(engine);
      case HISTOGRAM -> new MetricWork.Histogram(engine);
      case HISTOGRAM_IN_SPAN -> new MetricWork.HistogramInSpan(engine);
      case EXTRACT -> PropagationWork.Extract.traceParent(engine);
      case INJECT -> new PropagationWork.Inject(engine);
      case EXTRACT_BAGGAGE -> PropagationWork.Extract.baggage(engine);
      case LOG_RECORD -> new LogWork(engine, outlet);
      default -> throw new IllegalArgumentException(row.method);
    };
  }

  /** Who else does this work. */
  static List<String> peers(Row row) {
    return switch (row) {
      case ROOT_SPAN -> List.of(BRAVE);
      case COUNTER, HISTOGRAM -> List.of(MICROMETER);
      case SPAN_TO_BYTES, ENCODING, COLLECTION -> List.of(OFFICIAL_REUSING);
      default -> List.of();
    };
  }

  private static Work peer(Row row) {
    return switch (row) {
      case ROOT_SPAN -> new PeerWork.BraveRoot();
      case COUNTER -> new PeerWork.MicrometerCounter();
      case HISTOGRAM -> new PeerWork.MicrometerTimer();
      default -> throw new IllegalArgumentException(row.method);
    };
  }
}
