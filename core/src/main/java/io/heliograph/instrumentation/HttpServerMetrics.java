package io.heliograph.instrumentation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
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
  private final SeriesCache<HttpServerOutcome> outcomes = new SeriesCache<>();
  private final SeriesCache<MetricSeries> activeSeries = new SeriesCache<>();

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

  /** Where a request counts as active, {@code null} if nobody measures. */
  @Nullable MetricSeries active(HttpServerRequest<?> request) {
    if (!durations.enabled()) {
      return null;
    }
    String method = request.method();
    String scheme = request.scheme();
    MetricSeries known = activeSeries.find(method, scheme, null, null, null, 0);
    return known != null
        ? known
        : activeSeries.add(
            MetricSeries.of(active, attributes(request).build()),
            method,
            scheme,
            null,
            null,
            null,
            0);
  }

  /**
   * What becomes of a request that ends this way.
   *
   * @param status 0 if none was sent
   */
  HttpServerOutcome outcome(
      HttpServerRequest<?> request,
      @Nullable String route,
      @Nullable String errorType,
      int status) {
    String method = request.method();
    String scheme = request.scheme();
    String version = request.version();
    HttpServerOutcome known = outcomes.find(method, scheme, version, route, errorType, status);
    if (known != null) {
      return known;
    }
    AttributesBuilder attributes = attributes(request);
    AttributeSink sink = attributes::put;
    sink.setIfPresent(SemanticAttributes.NETWORK_PROTOCOL_VERSION, version);
    sink.setIfPresent(SemanticAttributes.HTTP_ROUTE, route);
    sink.setIfPresent(SemanticAttributes.ERROR_TYPE, errorType);
    sink.setIfPositive(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, status);
    HttpServerOutcome outcome =
        new HttpServerOutcome(
            request.spanName(route),
            status > 0 ? (long) status : null,
            durations.enabled() ? durations.series(attributes.build()) : null);
    return outcomes.add(outcome, method, scheme, version, route, errorType, status);
  }

  private static AttributesBuilder attributes(HttpServerRequest<?> request) {
    AttributesBuilder attributes = Attributes.builder();
    AttributeSink sink = attributes::put;
    sink.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, request.method());
    sink.setIfPresent(SemanticAttributes.URL_SCHEME, request.scheme());
    return attributes;
  }
}
