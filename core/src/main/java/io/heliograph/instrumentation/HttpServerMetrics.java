package io.heliograph.instrumentation;

import io.heliograph.internal.attributes.PreparedAttributes;
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

  /** Above every status. */
  private static final long ROUTE_IS_NEW = 1L << Integer.SIZE;

  private final DurationHistogram durations;
  private final LongUpDownCounter active;
  private final SeriesCache<Outcome> outcomes = new SeriesCache<>();

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
  @Nullable MetricSeries active(String method, @Nullable String scheme) {
    return durations.enabled() ? MetricSeries.of(active, attributes(method, scheme).build()) : null;
  }

  /**
   * What becomes of a request that ends this way.
   *
   * @param route the last one that was known
   * @param status 0 if none was sent
   */
  Outcome outcome(
      HttpServerRequest request, @Nullable String route, @Nullable String errorType, int status) {
    String method = request.method();
    String scheme = request.scheme();
    String version = request.version();
    boolean named = route == null || route.equals(request.route());
    long number = named ? status : ROUTE_IS_NEW | status;
    Outcome known = outcomes.find(method, scheme, version, route, errorType, number);
    if (known != null) {
      return known;
    }
    AttributesBuilder attributes = attributes(method, scheme);
    AttributeSink sink = attributes::put;
    sink.setIfPresent(SemanticAttributes.NETWORK_PROTOCOL_VERSION, version);
    sink.setIfPresent(SemanticAttributes.HTTP_ROUTE, route);
    sink.setIfPresent(SemanticAttributes.ERROR_TYPE, errorType);
    sink.setIfPositive(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, status);
    Outcome outcome =
        new Outcome(
            named ? null : HttpMethods.spanName(method, route),
            answer(named ? null : route, status),
            durations.enabled() ? durations.series(attributes.build()) : null);
    return outcomes.add(outcome, method, scheme, version, route, errorType, number);
  }

  /** What a span does not have by then. */
  private static PreparedAttributes answer(@Nullable String newRoute, int status) {
    PreparingSink sink = new PreparingSink();
    sink.setIfPresent(SemanticAttributes.HTTP_ROUTE, newRoute);
    sink.setIfPositive(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, status);
    return sink.attributes();
  }

  private static AttributesBuilder attributes(String method, @Nullable String scheme) {
    AttributesBuilder attributes = Attributes.builder();
    AttributeSink sink = attributes::put;
    sink.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, method);
    sink.setIfPresent(SemanticAttributes.URL_SCHEME, scheme);
    return attributes;
  }
}
