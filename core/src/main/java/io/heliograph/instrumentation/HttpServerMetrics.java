package io.heliograph.instrumentation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of served requests.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#http-server">HTTP
 *     server metrics</a>
 */
final class HttpServerMetrics {

  private final DurationHistogram durations;
  private final LongUpDownCounter active;
  private final SeriesCache durationSeries = new SeriesCache();
  private final SeriesCache activeSeries = new SeriesCache();

  HttpServerMetrics(Meter meter) {
    this.durations =
        new DurationHistogram(
            meter,
            "http.server.request.duration",
            "Duration of HTTP server requests.",
            DurationHistogram.HTTP_BOUNDARIES);
    this.active =
        meter
            .upDownCounterBuilder("http.server.active_requests")
            .setUnit("{request}")
            .setDescription("Number of active HTTP server requests.")
            .build();
  }

  boolean enabled() {
    return durations.enabled();
  }

  /** Counts a request as active, or with -1 as active no more. */
  void addActive(int change, HttpServerRequest<?> request, Context context) {
    String method = request.method();
    String scheme = request.scheme();
    MetricSeries known = activeSeries.find(method, scheme, null, null, null, 0);
    if (known == null) {
      known = MetricSeries.of(active, attributes(request).build());
      activeSeries.add(known, method, scheme, null, null, null, 0);
    }
    known.record(change, context);
  }

  /**
   * Where the duration of a request belongs.
   *
   * @param status 0 if none was sent
   */
  MetricSeries duration(
      HttpServerRequest<?> request,
      @Nullable String route,
      @Nullable String errorType,
      int status) {
    String method = request.method();
    String scheme = request.scheme();
    String version = request.version();
    MetricSeries known = durationSeries.find(method, scheme, version, route, errorType, status);
    if (known != null) {
      return known;
    }
    AttributesBuilder attributes = attributes(request);
    AttributeSink sink = attributes::put;
    sink.setIfPresent(SemanticAttributes.NETWORK_PROTOCOL_VERSION, version);
    sink.setIfPresent(SemanticAttributes.HTTP_ROUTE, route);
    sink.setIfPresent(SemanticAttributes.ERROR_TYPE, errorType);
    sink.setIfPositive(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, status);
    return durationSeries.add(
        durations.series(attributes.build()), method, scheme, version, route, errorType, status);
  }

  private static AttributesBuilder attributes(HttpServerRequest<?> request) {
    AttributesBuilder attributes = Attributes.builder();
    AttributeSink sink = attributes::put;
    sink.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, request.method());
    sink.setIfPresent(SemanticAttributes.URL_SCHEME, request.scheme());
    return attributes;
  }
}
