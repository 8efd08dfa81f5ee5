package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.Heliograph;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What our engine is told in one go, and another OpenTelemetry call by call, comes to the same
 * span.
 */
class BothEnginesTest {

  private static final DbTarget SHOP = new DbTarget("postgresql", "shop", "db.example", 6432);

  private final RecordingEngine official = new RecordingEngine();
  private final InMemoryExporter<ReadableSpan> exporter = new InMemoryExporter<>();
  private final Heliograph heliograph = Heliograph.builder().exporter("memory", exporter).build();

  /** What a span says that was recorded. */
  private record Said(String name, Map<?, ?> attributes, String status, List<String> events) {

    static Said of(SpanData span) {
      return new Said(
          span.getName(),
          span.getAttributes().asMap(),
          span.getStatus().getStatusCode().name(),
          span.getEvents().stream().map(event -> event.getName()).toList());
    }

    static Said of(ReadableSpan span) {
      return new Said(
          span.name(),
          span.attributes().asMap(),
          span.statusCode().name(),
          span.events().stream().map(event -> event.name()).toList());
    }
  }

  @AfterEach
  void close() {
    heliograph.close();
  }

  static Stream<Named<Function<OpenTelemetry, Runnable>>> work() {
    return Stream.of(
        Named.of("no route", server(null, null, new FakeResponse(200), null)),
        Named.of("route at start", server("/a", "/a", new FakeResponse(204), null)),
        Named.of("route at end", server(null, "/a/{id}", new FakeResponse(200), null)),
        Named.of("another route at end", server("/a", "/a/{id}", new FakeResponse(404), null)),
        Named.of("route lost at end", server("/a", null, new FakeResponse(200), null)),
        Named.of("error", server(null, "/a", new FakeResponse(500), new IllegalStateException())),
        Named.of("no response", server(null, "/a", null, new IllegalStateException())),
        Named.of("nothing", server(null, null, null, null)),
        Named.of("call", client(new FakeResponse(200), null)),
        Named.of("refused call", client(new FakeResponse(403), null)),
        Named.of("failing call", client(null, new IllegalStateException())),
        Named.of("prepared statement", statement("SELECT * FROM orders WHERE id = ?", true, null)),
        Named.of("statement", statement("SELECT * FROM orders WHERE id = 42", false, null)),
        Named.of("failing", statement("SELECT 1", true, new SQLException("no", "42P01"))));
  }

  @ParameterizedTest
  @MethodSource("work")
  void saysTheSame(Function<OpenTelemetry, Runnable> work) {
    Runnable theirs = work.apply(official.openTelemetry());
    Runnable ours = work.apply(heliograph.openTelemetry());
    for (int round = 0; round < 3; round++) { // Only the first is not known.
      theirs.run();
      ours.run();
    }
    assertThat(heliograph.flush()).isTrue();
    assertThat(exporter.items()).hasSize(3);
    assertThat(exporter.items().stream().map(Said::of))
        .containsExactlyElementsOf(official.spans().stream().map(Said::of).toList());
  }

  private static Function<OpenTelemetry, Runnable> server(
      @Nullable String routeAtStart,
      @Nullable String routeAtEnd,
      @Nullable FakeResponse response,
      @Nullable Throwable error) {
    FakeRequest request = new FakeRequest();
    request.query = "q=lamp";
    request.routeAtStart = routeAtStart;
    request.routeAtEnd = routeAtEnd;
    return openTelemetry -> {
      HttpServerInstrumentation<FakeRequest, FakeResponse> server = serverOf(openTelemetry);
      return () -> server.start(request.header("User-Agent", "curl")).end(response, error);
    };
  }

  private static HttpServerInstrumentation<FakeRequest, FakeResponse> serverOf(
      OpenTelemetry openTelemetry) {
    return new HttpServerInstrumentation<>(
        openTelemetry, HttpServerOptions.defaults(), new FakeServerAdapter());
  }

  private static Function<OpenTelemetry, Runnable> client(
      @Nullable FakeResponse response, @Nullable Throwable error) {
    return openTelemetry -> {
      HttpClientInstrumentation<FakeRequest, FakeResponse> client = clientOf(openTelemetry);
      return () -> client.start(new FakeRequest()).end(response, error);
    };
  }

  private static HttpClientInstrumentation<FakeRequest, FakeResponse> clientOf(
      OpenTelemetry openTelemetry) {
    return new HttpClientInstrumentation<>(
        openTelemetry, HttpClientOptions.defaults(), new FakeClientAdapter());
  }

  private static Function<OpenTelemetry, Runnable> statement(
      String sql, boolean prepared, @Nullable Throwable error) {
    return openTelemetry -> {
      DbClientInstrumentation client =
          new DbClientInstrumentation(openTelemetry, DbClientOptions.defaults(), "test");
      return () -> client.start(SHOP, sql, prepared).end(null, error);
    };
  }

  @Test
  void requestsOfOneHostDifferInTheirOwnValuesOnly() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> server =
        serverOf(heliograph.openTelemetry());
    FakeRequest other = new FakeRequest();
    other.path = "/orders/43";
    other.peerPort = 4711;
    server.start(new FakeRequest()).end(new FakeResponse(200), null);
    server.start(other).end(new FakeResponse(201), null);

    assertThat(heliograph.flush()).isTrue();
    assertThat(exporter.items())
        .extracting(
            span -> span.attributes().get(SemanticAttributes.URL_PATH),
            span -> span.attributes().get(SemanticAttributes.NETWORK_PEER_PORT),
            span -> span.attributes().get(SemanticAttributes.SERVER_ADDRESS),
            span -> span.attributes().get(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE))
        .containsExactly(
            tuple("/orders/42", 50123L, "shop.example", 200L),
            tuple("/orders/43", 4711L, "shop.example", 201L));
  }

  @Test
  void requestsOfDifferentHostsAreToldApart() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> server =
        serverOf(heliograph.openTelemetry());
    String tooLong = "h".repeat(300);
    for (String host : List.of("a.example", "b.example:81", "a.example", tooLong, tooLong)) {
      server.start(new FakeRequest().header("Host", host)).end(new FakeResponse(200), null);
    }
    assertThat(heliograph.flush()).isTrue();
    assertThat(exporter.items())
        .extracting(
            span -> span.attributes().get(SemanticAttributes.SERVER_ADDRESS),
            span -> span.attributes().get(SemanticAttributes.SERVER_PORT))
        .containsExactly(
            tuple("a.example", 80L),
            tuple("b.example", 81L),
            tuple("a.example", 80L),
            tuple(tooLong, 80L),
            tuple(tooLong, 80L));
  }

  @Test
  void callsToOneServerDifferInTheirOwnValuesOnly() {
    HttpClientInstrumentation<FakeRequest, FakeResponse> client =
        clientOf(heliograph.openTelemetry());
    FakeRequest first = new FakeRequest();
    first.method = "PURGE";
    first.resendCount = 1;
    FakeRequest second = new FakeRequest();
    second.method = "LOCK";
    second.url = "http://shop.example:8080/orders/43";
    client.start(first).end(new FakeResponse(200), null);
    client.start(second).end(new FakeResponse(201), null);

    assertThat(heliograph.flush()).isTrue();
    assertThat(exporter.items())
        .extracting(
            span -> span.attributes().get(SemanticAttributes.HTTP_REQUEST_METHOD_ORIGINAL),
            span -> span.attributes().get(SemanticAttributes.HTTP_REQUEST_RESEND_COUNT),
            span -> span.attributes().get(SemanticAttributes.URL_FULL),
            span -> span.attributes().get(SemanticAttributes.SERVER_ADDRESS),
            span -> span.attributes().get(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE))
        .containsExactly(
            tuple("PURGE", 1L, "http://shop.example:8080/orders/42", "shop.example", 200L),
            tuple("LOCK", null, "http://shop.example:8080/orders/43", "shop.example", 201L));
  }

  @Test
  void whatTheApplicationSetItselfMeanwhileStays() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> server =
        serverOf(heliograph.openTelemetry());
    FakeRequest request = new FakeRequest();
    request.routeAtStart = "/a";
    request.routeAtEnd = "/a";
    Operation<FakeResponse> operation = server.start(request);
    Span span = Span.fromContext(operation.context());
    span.updateName("mine").setAttribute(SemanticAttributes.HTTP_ROUTE, "/mine");
    operation.end(new FakeResponse(200), null);

    assertThat(heliograph.flush()).isTrue();
    ReadableSpan ended = exporter.items().get(0);
    assertThat(ended.name()).isEqualTo("mine");
    assertThat(ended.attributes().get(SemanticAttributes.HTTP_ROUTE)).isEqualTo("/mine");
  }
}
