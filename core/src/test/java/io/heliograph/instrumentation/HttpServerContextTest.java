package io.heliograph.instrumentation;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.internal.context.Suppression;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerContextTest {

  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final RecordingEngine engine = new RecordingEngine();
  private final FakeRequest request = new FakeRequest();

  @Test
  void continuesTheCallersTrace() {
    request.header("traceparent", TRACEPARENT);

    SpanData span = serve(new FakeResponse(200));

    assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
  }

  @Test
  void linksTheCallersTraceAtAnUntrustedEdge() {
    request.header("traceparent", TRACEPARENT).header("baggage", "user=eve");
    Operation<FakeResponse> operation =
        instrumentation(engine, new ServerOptions().trustRemoteContext(false).build())
            .start(request);
    Baggage baggage = Baggage.fromContext(operation.context());
    operation.end(new FakeResponse(200), null);

    assertThat(engine.span().getParentSpanContext().isValid()).isFalse();
    assertThat(engine.span().getTraceId()).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(engine.span().getLinks())
        .extracting(link -> link.getSpanContext().getSpanId())
        .containsExactly("b7ad6b7169203331");
    assertThat(baggage.isEmpty()).isTrue();
  }

  @Test
  void linksNothingAtAnUntrustedEdgeIfThereIsNoCaller() {
    instrumentation(engine, new ServerOptions().trustRemoteContext(false).build())
        .start(request)
        .end(new FakeResponse(200), null);

    assertThat(engine.span().getLinks()).isEmpty();
  }

  @Test
  void takesTwoTraceparentsForNone() {
    request.header("traceparent", TRACEPARENT, TRACEPARENT);

    assertThat(serve(new FakeResponse(200)).getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void joinsRepeatedBaggage() {
    request.header("baggage", "a=1", "b=2");

    Context context =
        instrumentation(engine, HttpServerOptions.defaults()).start(request).context();

    assertThat(Baggage.fromContext(context).asMap().keySet()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void startsFromTheRootWhateverTheThreadCarries() {
    Span leaked = engine.tracer().spanBuilder("leaked").startSpan();
    try (Scope ignored = leaked.makeCurrent()) {
      assertThat(serve(new FakeResponse(200)).getParentSpanContext().isValid()).isFalse();
    }
  }

  @Test
  void dropsAnExcludedRequestAndAllBelowIt() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> instrumentation =
        instrumentation(engine, new ServerOptions().exclude("/actuator/**").build());
    request.path = "/actuator/health";

    assertThat(instrumentation.excluded(request)).isTrue();
    Operation<FakeResponse> operation = instrumentation.start(request);
    try (Scope ignored = operation.makeCurrent()) {
      assertThat(Suppression.isSuppressed(Context.current())).isTrue();
      new HttpClientInstrumentation<>(
              engine.openTelemetry(), HttpClientOptions.defaults(), new FakeClientAdapter())
          .start(new FakeRequest())
          .end(new FakeResponse(500), null);
    }
    operation.end(new FakeResponse(500), null);

    assertThat(engine.spans()).isEmpty();
  }

  @Test
  void recordsARequestThatIsNotExcluded() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> instrumentation =
        instrumentation(engine, new ServerOptions().exclude("/actuator/**").build());

    assertThat(instrumentation.excluded(request)).isFalse();
    instrumentation.start(request).end(new FakeResponse(200), null);

    assertThat(Suppression.isSuppressed(instrumentation.start(request).context())).isFalse();
    assertThat(engine.spans()).hasSize(1);
  }

  @Test
  void countsOnlyTheFirstEnd() {
    Operation<FakeResponse> operation =
        instrumentation(engine, HttpServerOptions.defaults()).start(request);
    operation.end(new FakeResponse(200), null);
    operation.end(new FakeResponse(500), new IllegalStateException());

    assertThat(engine.span().getAttributes().get(longKey("http.response.status_code")))
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(classes = {RuntimeException.class, LinkageError.class, StackOverflowError.class})
  void survivesAnAdapterThatThrows(Class<? extends Throwable> type) {
    HttpServerInstrumentation<FakeRequest, FakeResponse> instrumentation =
        new HttpServerInstrumentation<>(
            engine.openTelemetry(),
            new ServerOptions().exclude("/x").build(),
            new FakeServerAdapter() {
              @Override
              public @Nullable String path(FakeRequest request) {
                throw Throwing.sneaky(type);
              }
            });

    Operation<FakeResponse> operation = instrumentation.start(request);
    operation.makeCurrent().close();
    operation.end(new FakeResponse(200), null);

    assertThat(instrumentation.excluded(request)).isFalse();
    assertThat(engine.spans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {RuntimeException.class, LinkageError.class, StackOverflowError.class})
  void endsTheSpanOfAnAdapterThatThrowsAtTheEnd(Class<? extends Throwable> type) {
    new HttpServerInstrumentation<>(
            engine.openTelemetry(),
            HttpServerOptions.defaults(),
            new FakeServerAdapter() {
              @Override
              public int statusCode(FakeResponse response) {
                throw Throwing.sneaky(type);
              }
            })
        .start(request)
        .end(new FakeResponse(200), null);

    assertThat(engine.span().hasEnded()).isTrue();
  }

  private SpanData serve(FakeResponse response) {
    instrumentation(engine, HttpServerOptions.defaults()).start(request).end(response, null);
    return engine.spans().get(0);
  }

  private static HttpServerInstrumentation<FakeRequest, FakeResponse> instrumentation(
      RecordingEngine engine, HttpServerOptions options) {
    return new HttpServerInstrumentation<>(
        engine.openTelemetry(), options, new FakeServerAdapter());
  }
}
