package io.heliograph.instrumentation;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.internal.context.Suppression;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpClientInstrumentationTest {

  private final RecordingEngine engine = new RecordingEngine();
  private final FakeRequest request = new FakeRequest();
  private final HttpClientInstrumentation<FakeRequest, FakeResponse> client =
      client(HttpClientOptions.defaults());

  @Test
  void recordsWhatTheConventionsRequireAndRecommend() {
    request.url = "https://eve:secret@shop.example/orders?X-Amz-Signature=abc&q=1#top";

    client.start(request).end(new FakeResponse(200), null);

    SpanData span = engine.span();
    assertThat(span.getName()).isEqualTo("GET");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "GET")
                .put(
                    "url.full",
                    "https://REDACTED:REDACTED@shop.example/orders?X-Amz-Signature=REDACTED&q=1#top")
                .put("server.address", "shop.example")
                .put("server.port", 443L)
                .put("http.response.status_code", 200L)
                .put("network.protocol.version", "2")
                .put("network.peer.address", "10.0.0.9")
                .put("network.peer.port", 443L)
                .build()
                .asMap());
  }

  @Test
  void injectsItsOwnContext() {
    client.start(request).end(new FakeResponse(200), null);

    SpanData span = engine.span();
    assertThat(request.headers("traceparent"))
        .containsExactly("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
  }

  @Test
  void isAChildOfTheCurrentSpan() {
    Span parent = engine.tracer().spanBuilder("parent").startSpan();
    try (Scope ignored = parent.makeCurrent()) {
      client.start(request).end(new FakeResponse(200), null);
    }

    assertThat(engine.span().getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
  }

  @Test
  void isAChildOfTheContextItIsGiven() {
    Span parent = engine.tracer().spanBuilder("parent").startSpan();
    client.start(Context.root().with(parent), request).end(new FakeResponse(200), null);

    assertThat(engine.span().getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
  }

  @Test
  void namesTheTemplateIfThereIsOne() {
    request.urlTemplate = "/orders/{id}";

    client.start(request).end(new FakeResponse(200), null);

    assertThat(engine.span().getName()).isEqualTo("GET /orders/{id}");
    assertThat(engine.span().getAttributes().get(stringKey("url.template")))
        .isEqualTo("/orders/{id}");
  }

  @Test
  void countsResends() {
    request.resendCount = 2;

    client.start(request).end(new FakeResponse(200), null);

    assertThat(engine.span().getAttributes().get(longKey("http.request.resend_count")))
        .isEqualTo(2);
  }

  @Test
  void doesNotKnowWhatItIsNotTold() {
    request.method = "PURGE";

    client.start(request).end(new FakeResponse(200), null);

    assertThat(engine.span().getName()).isEqualTo("HTTP");
    assertThat(engine.span().getAttributes().get(stringKey("http.request.method")))
        .isEqualTo("_OTHER");
    assertThat(engine.span().getAttributes().get(stringKey("http.request.method_original")))
        .isEqualTo("PURGE");
  }

  @ParameterizedTest
  @CsvSource({"200,UNSET", "304,UNSET", "400,ERROR", "404,ERROR", "500,ERROR"})
  void takesEveryErrorResponseForAnError(int status, StatusCode expected) {
    client.start(request).end(new FakeResponse(status), null);

    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(expected);
    assertThat(engine.span().getAttributes().get(stringKey("error.type")))
        .isEqualTo(expected == StatusCode.ERROR ? Integer.toString(status) : null);
  }

  @Test
  void namesTheExceptionThatConcurrencyWrapped() {
    client.start(request).end(null, new CompletionException(new IOException("reset")));

    assertThat(engine.span().getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.io.IOException");
    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void takesACancelledCallForNoError() {
    client.start(request).end(null, new CompletionException(new CancellationException()));

    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(engine.span().getAttributes().get(stringKey("error.type"))).isNull();
  }

  @Test
  void doesNothingUnderSuppression() {
    Context suppressed = Suppression.suppress(Context.root());
    Operation<FakeResponse> operation = client.start(suppressed, request);
    operation.end(new FakeResponse(500), null);

    assertThat(operation.context()).isSameAs(suppressed);
    assertThat(request.headers("traceparent")).isEmpty();
    assertThat(engine.spans()).isEmpty();
  }

  @Test
  void capturesTheHeadersItIsTold() {
    request.header("X-Tenant", "a");
    HttpClientOptions defaults = HttpClientOptions.defaults();
    HttpClientOptions options =
        new HttpClientOptions(
            defaults.knownMethods(), List.of("x-tenant"), List.of("ETag"), Set.of());
    client(options)
        .start(request)
        .end(new FakeResponse(200, Map.of("etag", List.of("\"1\""))), null);

    Attributes attributes = engine.span().getAttributes();
    assertThat(attributes.get(stringArrayKey("http.request.header.x-tenant"))).containsExactly("a");
    assertThat(attributes.get(stringArrayKey("http.response.header.etag")))
        .containsExactly("\"1\"");
  }

  @Test
  void recordsACallWhoseHeadersCannotBeSet() {
    new HttpClientInstrumentation<>(
            engine.openTelemetry(),
            HttpClientOptions.defaults(),
            new FakeClientAdapter() {
              @Override
              public void setHeader(FakeRequest request, String name, String value) {
                throw new UnsupportedOperationException("sent already");
              }
            })
        .start(request)
        .end(new FakeResponse(200), null);

    assertThat(engine.spans()).hasSize(1);
  }

  @Test
  void survivesAnAdapterThatThrows() {
    Operation<FakeResponse> operation =
        new HttpClientInstrumentation<>(
                engine.openTelemetry(),
                HttpClientOptions.defaults(),
                new FakeClientAdapter() {
                  @Override
                  public @Nullable String url(FakeRequest request) {
                    throw new LinkageError();
                  }
                })
            .start(request);
    operation.end(new FakeResponse(200), null);

    assertThat(engine.spans()).isEmpty();
  }

  private HttpClientInstrumentation<FakeRequest, FakeResponse> client(HttpClientOptions options) {
    return new HttpClientInstrumentation<>(
        engine.openTelemetry(), options, new FakeClientAdapter());
  }
}
