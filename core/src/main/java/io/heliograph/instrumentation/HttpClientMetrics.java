package io.heliograph.instrumentation;

import io.heliograph.internal.attributes.PreparedAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import org.jspecify.annotations.Nullable;

/**
 * The metric of calls.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#http-client">HTTP
 *     client metrics</a>
 */
final class HttpClientMetrics {

  private final DurationHistogram durations;
  private final SeriesCache<Outcome> outcomes = new SeriesCache<>();

  HttpClientMetrics(Meter meter) {
    this.durations =
        new DurationHistogram(
            meter,
            "http.client.request.duration",
            "Duration of HTTP client requests.",
            DurationHistogram.HTTP_BOUNDARIES);
  }

  boolean enabled() {
    return durations.enabled();
  }

  /**
   * What becomes of a call that ends this way.
   *
   * @param status 0 if none was received
   */
  Outcome outcome(
      HttpClientRequest request, @Nullable String version, @Nullable String errorType, int status) {
    String method = request.method();
    String address = request.address();
    long numbers = (long) request.port() << Integer.SIZE | status;
    Outcome known = outcomes.find(method, address, version, errorType, null, numbers);
    if (known != null) {
      return known;
    }
    AttributesBuilder attributes = Attributes.builder();
    AttributeSink sink = attributes::put;
    sink.setAttribute(SemanticAttributes.HTTP_REQUEST_METHOD, method);
    sink.setIfPresent(SemanticAttributes.SERVER_ADDRESS, address);
    sink.setIfPositive(SemanticAttributes.SERVER_PORT, request.port());
    sink.setIfPresent(SemanticAttributes.ERROR_TYPE, errorType);
    PreparedAttributes answer = answer(version, status);
    attributes.putAll(answer);
    MetricSeries series = enabled() ? durations.series(attributes.build()) : null;
    return outcomes.add(
        new Outcome(null, answer, series), method, address, version, errorType, null, numbers);
  }

  private static PreparedAttributes answer(@Nullable String version, int status) {
    PreparingSink sink = new PreparingSink();
    sink.setIfPositive(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, status);
    sink.setIfPresent(SemanticAttributes.NETWORK_PROTOCOL_VERSION, version);
    return sink.attributes();
  }
}
