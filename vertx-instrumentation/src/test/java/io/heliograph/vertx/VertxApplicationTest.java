package io.heliograph.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.contract.ContractSettings;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.OtlpReceiverExtension;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application of Vert.x alone. */
class VertxApplicationTest {

  @RegisterExtension static final OtlpReceiverExtension OTLP = new OtlpReceiverExtension();

  private final OtlpReceiver receiver = OTLP.receiver();
  private Heliograph heliograph;
  private Vertx vertx;
  private WebClient client;
  private int port;

  private void start(Map<String, String> more) throws Exception {
    Map<String, String> properties = new HashMap<>(ContractSettings.properties(receiver));
    properties.putAll(more);
    heliograph =
        Heliograph.builder()
            .settings(Settings.load(PropertySource.of(properties, "test"), Map.of()))
            .build();
    VertxTelemetry telemetry = VertxTelemetry.of(heliograph);
    vertx =
        Vertx.builder()
            .with(new VertxOptions())
            .withTracer(VertxTelemetry.tracer(() -> telemetry))
            .build();
    client = telemetry.record(WebClient.create(vertx));
    Router router = Router.router(vertx);
    router.route().order(-1).handler(telemetry.serverHandler(request -> null));
    router.get("/orders/:id").handler(this::order);
    router.get("/stock/:id").handler(request -> request.end("7"));
    router.get("/failure").handler(request -> request.fail(new IllegalStateException("empty")));
    router.get("/metrics").blockingHandler(telemetry.scrapeHandler());
    router.get("/diagnostics").handler(telemetry.diagnosticsHandler());
    vertx
        .eventBus()
        .consumer(
            "paid",
            message -> {
              span("consumed");
              message.reply("thanks");
            });
    Future<HttpServer> server = vertx.createHttpServer().requestHandler(router).listen(0);
    port = await(server).actualPort();
  }

  private void order(RoutingContext request) {
    client
        .get(port, "127.0.0.1", "/stock/" + request.pathParam("id"))
        .send()
        .compose(
            stock ->
                vertx.eventBus().request("paid", stock.bodyAsString()).map(stock.bodyAsString()))
        .onSuccess(request::end)
        .onFailure(request::fail);
  }

  private void span(String name) {
    heliograph.openTelemetry().getTracer("test").spanBuilder(name).startSpan().end();
  }

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
    heliograph.close();
  }

  @Test
  void aRequestIsOneTraceOverCallsAndMessages() throws Exception {
    start(Map.of());

    assertThat(get("/orders/4711")).isEqualTo("7");

    ReceivedTrace trace =
        receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER && span.isRoot(), 4);
    ReceivedSpan order = trace.root();
    assertThat(order.name()).isEqualTo("GET /orders/:id");
    assertThat(order.attribute("http.route")).isEqualTo("/orders/:id");
    List<ReceivedSpan> below = trace.children(order);
    assertThat(below).extracting(ReceivedSpan::name).containsExactlyInAnyOrder("GET", "consumed");
    ReceivedSpan call =
        below.stream().filter(span -> span.kind() == SpanKind.CLIENT).findAny().orElseThrow();
    assertThat(call.attribute("http.response.status_code")).isEqualTo(200L);
    assertThat(trace.onlyChild(call).name()).isEqualTo("GET /stock/:id");
  }

  @Test
  void aFailureIsRecorded() throws Exception {
    start(Map.of());

    get("/failure");

    ReceivedSpan span = receiver.awaitTrace(any -> any.kind() == SpanKind.SERVER, 1).root();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.events()).extracting(ReceivedSpan.Event::name).containsExactly("exception");
  }

  @Test
  void eachPartHasItsSwitch() throws Exception {
    start(Map.of("heliograph.http.client.enabled", "false", "heliograph.async.enabled", "false"));

    assertThat(get("/orders/1")).isEqualTo("7");

    receiver.awaitSpan(span -> span.name().equals("GET /orders/:id") && span.isRoot());
    receiver.awaitSpan(span -> span.name().equals("GET /stock/:id") && span.isRoot());
    receiver.awaitSpan(span -> span.name().equals("consumed") && span.isRoot());
  }

  @Test
  void operatorsGetMetricsAndDiagnostics() throws Exception {
    receiver.ignoreAlways(span -> span.kind() == SpanKind.SERVER, "operators are requests too");
    start(Map.of("heliograph.metrics.exporter", "prometheus"));

    assertThat(get("/metrics")).contains("otel_sdk_span_started_total");
    assertThat(get("/diagnostics")).contains("\"destinations\"");
  }

  @Test
  void anApplicationThatIsNotThereYetCostsNobodyHisMessage() throws Exception {
    start(Map.of());
    Vertx early = Vertx.builder().withTracer(VertxTelemetry.tracer(() -> null)).build();
    early.eventBus().consumer("any", message -> message.reply("answer"));

    assertThat(await(early.eventBus().request("any", "")).body()).isEqualTo("answer");
    await(early.close());
  }

  /** By a client that does not record. */
  private String get(String path) throws Exception {
    WebClient outside = WebClient.create(vertx);
    return await(outside.get(port, "127.0.0.1", path).send()).bodyAsString();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
