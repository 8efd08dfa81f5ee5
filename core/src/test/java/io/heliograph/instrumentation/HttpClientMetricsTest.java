package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import io.heliograph.export.Exemplar;
import io.heliograph.export.HistogramPoint;
import io.heliograph.internal.context.Suppression;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpClientMetricsTest {

  private static final String DURATION = "http.client.request.duration";

  private final FakeClock clock = new FakeClock();
  private final MeasuredEngine engine = new MeasuredEngine(clock);
  private final HttpClientInstrumentation<FakeRequest, FakeResponse> client =
      new HttpClientInstrumentation<>(
          engine, HttpClientOptions.defaults(), new FakeClientAdapter());
  private final FakeRequest request = new FakeRequest();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void measuresTheSpansOwnTimeByTheConventions() {
    Operation<FakeResponse> operation = client.start(request);
    clock.advance(Duration.ofMillis(20));
    operation.end(new FakeResponse(200), null);

    HistogramPoint point = engine.only(DURATION);
    assertThat(point.attributes())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "GET")
                .put("server.address", "shop.example")
                .put("server.port", 8080)
                .put("network.protocol.version", "2")
                .put("http.response.status_code", 200)
                .build());
    assertThat(point.sum()).isEqualTo(0.02);
    assertThat(MeasuredEngine.boundaries(point)).hasSize(14).startsWith(0.005).endsWith(10.0);
    assertThat(engine.metric(DURATION).unit()).isEqualTo("s");
    assertThat(point.exemplars())
        .extracting(Exemplar::spanContext)
        .containsExactly(Span.fromContext(operation.context()).getSpanContext());
  }

  @Test
  void tellsFailuresApart() {
    client.start(request).end(new FakeResponse(404), null);
    client.start(request).end(null, new IOException("refused"));
    client.start(request).end(null, new CancellationException());

    assertThat(engine.histogram(DURATION))
        .extracting(point -> point.attributes().get(SemanticAttributes.ERROR_TYPE))
        .containsExactlyInAnyOrder("404", "java.io.IOException", null);
  }

  @Test
  void keepsServersApartThatDifferInPortOnly() {
    request.url = "http://shop.example/orders";
    client.start(request).end(new FakeResponse(200), null);
    request.url = "https://shop.example/orders";
    client.start(request).end(new FakeResponse(200), null);

    assertThat(engine.histogram(DURATION))
        .extracting(point -> point.attributes().get(SemanticAttributes.SERVER_PORT))
        .containsExactlyInAnyOrder(80L, 443L);
  }

  @Test
  void losesNoCallWhenHostsAreWithoutNumber() {
    for (int i = 0; i < 10_000; i++) {
      request.url = "http://h" + i + ".example/";
      client.start(request).end(new FakeResponse(200), null);
    }

    List<HistogramPoint> points = engine.histogram(DURATION);
    assertThat(points).hasSizeLessThanOrEqualTo(2001);
    assertThat(points.stream().mapToLong(HistogramPoint::count).sum()).isEqualTo(10_000);
  }

  @Test
  void measuresNothingThatIsSuppressed() {
    client.start(Suppression.suppress(Context.root()), request).end(new FakeResponse(200), null);
    assertThat(engine.metrics()).isEmpty();
  }

  @Test
  void measuresACallThatTellsNothing() {
    request.method = null;
    request.url = null;
    client.start(request).end(null, null);

    assertThat(engine.only(DURATION).attributes())
        .isEqualTo(Attributes.builder().put("http.request.method", "_OTHER").build());
  }
}
