package io.heliograph.instrumentation;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerInstrumentationTest {

  private final RecordingEngine engine = new RecordingEngine();
  private final FakeRequest request = new FakeRequest();

  @Test
  void recordsWhatTheConventionsRequireAndRecommend() {
    request.query = "q=lamp&sig=secret";
    request.routeAtStart = "/orders/{id}";
    request.routeAtEnd = "/orders/{id}";
    request.header("User-Agent", "curl/8");

    SpanData span = serve(new FakeResponse(200));

    assertThat(span.getName()).isEqualTo("GET /orders/{id}");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("io.heliograph.fake.server");
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "GET")
                .put("url.scheme", "http")
                .put("url.path", "/orders/42")
                .put("url.query", "q=lamp&sig=REDACTED")
                .put("http.route", "/orders/{id}")
                .put("server.address", "shop.example")
                .put("server.port", 8080L)
                .put("client.address", "10.0.0.7")
                .put("network.peer.address", "10.0.0.7")
                .put("network.peer.port", 50123L)
                .put("network.protocol.version", "1.1")
                .put("user_agent.original", "curl/8")
                .put("http.response.status_code", 200L)
                .build()
                .asMap());
  }

  @Test
  void showsSamplersWhatTheyDecideBy() {
    Attributes[] seen = new Attributes[1];
    Sampler sampler =
        new Sampler() {
          @Override
          public io.opentelemetry.sdk.trace.samplers.SamplingResult shouldSample(
              Context parent,
              String traceId,
              String name,
              SpanKind kind,
              Attributes attributes,
              List<io.opentelemetry.sdk.trace.data.LinkData> links) {
            seen[0] = attributes;
            return io.opentelemetry.sdk.trace.samplers.SamplingResult.drop();
          }

          @Override
          public String getDescription() {
            return "records what it sees";
          }
        };
    request.header("User-Agent", "probe");

    instrumentation(new RecordingEngine(sampler), HttpServerOptions.defaults()).start(request);

    assertThat(seen[0].asMap().keySet())
        .extracting(Object::toString)
        .contains(
            "http.request.method",
            "url.scheme",
            "url.path",
            "server.address",
            "server.port",
            "client.address",
            "user_agent.original");
  }

  @Test
  void takesTheRouteThatIsKnownOnlyAtTheEnd() {
    request.routeAtEnd = "/orders/{id}";

    SpanData span = serve(new FakeResponse(200));

    assertThat(span.getName()).isEqualTo("GET /orders/{id}");
    assertThat(span.getAttributes().get(stringKey("http.route"))).isEqualTo("/orders/{id}");
  }

  @ParameterizedTest
  @ValueSource(strings = {""})
  void neverTakesThePathForARoute(String noRoute) {
    request.routeAtStart = noRoute;
    request.routeAtEnd = noRoute;

    SpanData span = serve(new FakeResponse(404));

    assertThat(span.getName()).isEqualTo("GET");
    assertThat(span.getAttributes().get(stringKey("http.route"))).isNull();
  }

  @Test
  void makesOneMethodOfTenThousandInventedOnes() {
    Random random = new Random(42);
    HttpServerInstrumentation<FakeRequest, FakeResponse> instrumentation =
        instrumentation(engine, HttpServerOptions.defaults());
    for (int i = 0; i < 10_000; i++) {
      request.method = "M" + Long.toString(random.nextLong() >>> 1, 36);
      instrumentation.start(request).end(new FakeResponse(405), null);
    }

    Set<String> names = new TreeSet<>();
    Set<String> methods = new TreeSet<>();
    for (SpanData span : engine.spans()) {
      names.add(span.getName());
      methods.add(span.getAttributes().get(stringKey("http.request.method")));
    }
    assertThat(engine.spans()).hasSize(10_000);
    assertThat(names).containsExactly("HTTP");
    assertThat(methods).containsExactly("_OTHER");
  }

  @Test
  void keepsAnUnknownMethodAsItsOriginal() {
    request.method = "get";

    assertThat(
            serve(new FakeResponse(200))
                .getAttributes()
                .get(stringKey("http.request.method_original")))
        .isEqualTo("get");
  }

  @Test
  void knowsTheMethodsItIsTold() {
    request.method = "PURGE";
    HttpServerOptions options = new ServerOptions().knownMethods("PURGE").build();
    instrumentation(engine, options).start(request).end(new FakeResponse(200), null);
    request.method = "GET";
    instrumentation(engine, options).start(request).end(new FakeResponse(200), null);

    assertThat(engine.spans()).extracting(SpanData::getName).containsExactly("PURGE", "HTTP");
  }

  @ParameterizedTest
  @CsvSource({
    "100,UNSET",
    "200,UNSET",
    "302,UNSET",
    "404,UNSET",
    "499,UNSET",
    "500,ERROR",
    "503,ERROR"
  })
  void takesOnlyTheServersOwnFailuresForErrors(int status, StatusCode expected) {
    SpanData span = serve(new FakeResponse(status));

    assertThat(span.getStatus().getStatusCode()).isEqualTo(expected);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getAttributes().get(stringKey("error.type")))
        .isEqualTo(expected == StatusCode.ERROR ? Integer.toString(status) : null);
  }

  @Test
  void recordsAnExceptionThatLeftNoResponse() {
    Operation<FakeResponse> operation =
        instrumentation(engine, HttpServerOptions.defaults()).start(request);
    operation.end(null, new IllegalStateException("boom"));

    SpanData span = engine.span();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(span.getAttributes().get(longKey("http.response.status_code"))).isNull();
    assertThat(span.getEvents()).hasSize(1);
  }

  @Test
  void takesAnExceptionBehindAClientErrorForTheClientsMistake() {
    Operation<FakeResponse> operation =
        instrumentation(engine, HttpServerOptions.defaults()).start(request);
    operation.end(new FakeResponse(400), new IllegalArgumentException("no such order"));

    assertThat(engine.span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(engine.span().getAttributes().get(stringKey("error.type"))).isNull();
  }

  @Test
  void capturesTheHeadersItIsTold() {
    request.header("X-Tenant", "a", "b");
    HttpServerOptions options = new ServerOptions().capture("X-Tenant", "X-Version").build();
    instrumentation(engine, options)
        .start(request)
        .end(new FakeResponse(200, Map.of("x-version", List.of("7"))), null);

    Attributes attributes = engine.span().getAttributes();
    assertThat(attributes.get(stringArrayKey("http.request.header.x-tenant")))
        .containsExactly("a", "b");
    assertThat(attributes.get(stringArrayKey("http.response.header.x-version")))
        .containsExactly("7");
    assertThat(attributes.get(stringArrayKey("http.request.header.host"))).isNull();
  }

  @Test
  void believesForwardedHeadersOnlyIfTold() {
    request
        .header("X-Forwarded-For", "203.0.113.9, 10.0.0.1")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "www.example");
    serve(new FakeResponse(200));
    instrumentation(engine, new ServerOptions().trustForwardedHeaders(true).build())
        .start(request)
        .end(new FakeResponse(200), null);

    Attributes untrusted = engine.spans().get(0).getAttributes();
    Attributes trusted = engine.spans().get(1).getAttributes();
    assertThat(untrusted.get(stringKey("client.address"))).isEqualTo("10.0.0.7");
    assertThat(untrusted.get(stringKey("url.scheme"))).isEqualTo("http");
    assertThat(untrusted.get(stringKey("server.address"))).isEqualTo("shop.example");
    assertThat(trusted.get(stringKey("client.address"))).isEqualTo("203.0.113.9");
    assertThat(trusted.get(stringKey("url.scheme"))).isEqualTo("https");
    assertThat(trusted.get(stringKey("server.address"))).isEqualTo("www.example");
    assertThat(trusted.get(longKey("server.port"))).isEqualTo(443);
    assertThat(trusted.get(stringKey("network.peer.address"))).isEqualTo("10.0.0.7");
  }

  @Test
  void prefersTheStandardForwardedHeader() {
    request
        .header("X-Forwarded-For", "203.0.113.9")
        .header(
            "Forwarded", "by=x; For=\"[2001:db8::1]:4711\";proto=https;host=a.example:81, for=b");
    instrumentation(engine, new ServerOptions().trustForwardedHeaders(true).build())
        .start(request)
        .end(new FakeResponse(200), null);

    Attributes attributes = engine.span().getAttributes();
    assertThat(attributes.get(stringKey("client.address"))).isEqualTo("2001:db8::1");
    assertThat(attributes.get(stringKey("server.address"))).isEqualTo("a.example");
    assertThat(attributes.get(longKey("server.port"))).isEqualTo(81);
  }

  @Test
  void recordsARequestThatTellsNothing() {
    request.method = null;
    request.scheme = null;
    request.path = null;
    request.peerAddress = null;
    request.protocolVersion = null;
    request.headers.clear();

    SpanData span = serve(new FakeResponse(0));

    assertThat(span.getName()).isEqualTo("HTTP");
    assertThat(span.getAttributes().asMap())
        .isEqualTo(Attributes.builder().put("http.request.method", "_OTHER").build().asMap());
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
