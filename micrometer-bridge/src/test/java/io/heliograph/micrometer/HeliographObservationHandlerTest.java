package io.heliograph.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.Heliograph;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeliographObservationHandlerTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  private static final String TRACEPARENT = "00-" + TRACE_ID + "-b7ad6b7169203331-01";

  private final InMemoryExporter<ReadableSpan> exported = new InMemoryExporter<>();
  private Heliograph engine;
  private ObservationRegistry registry;

  @BeforeEach
  void start() {
    start("heliograph.service.name", "shop");
  }

  private void start(String... properties) {
    close();
    engine =
        Heliograph.builder()
            .settings(MeterBench.settings(properties))
            .exporter("memory", exported)
            .build();
    registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(
            new HeliographObservationHandler(engine.openTelemetry(), engine.settings()));
  }

  private void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @AfterEach
  void leavesNothingBehind() {
    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(registry.getCurrentObservation()).isNull();
    close();
  }

  @Test
  void makesASpanWithNameKeyValuesAndEvents() {
    Observation observation =
        Observation.createNotStarted("pay", registry)
            .lowCardinalityKeyValue("method", "card")
            .lowCardinalityKeyValue("exception", "none")
            .start();
    observation.contextualName("pay by card").highCardinalityKeyValue("order", "42");
    observation.event(Observation.Event.of("charged", "card was charged"));
    observation.stop();

    ReadableSpan span = only();
    assertThat(span.name()).isEqualTo("pay by card");
    assertThat(span.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(attribute(span, "method")).isEqualTo("card");
    assertThat(attribute(span, "order")).isEqualTo("42");
    assertThat(attribute(span, "exception")).isNull();
    assertThat(span.statusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.events())
        .singleElement()
        .satisfies(event -> assertThat(event.name()).isEqualTo("card was charged"));
    assertThat(span.instrumentationScope().name()).isEqualTo("io.heliograph.micrometer");
  }

  @Test
  void recordsErrorsButNoCancellation() {
    Observation.createNotStarted("failing", registry)
        .start()
        .error(new IllegalStateException("no"))
        .stop();
    Observation.createNotStarted("cancelled", registry)
        .start()
        .error(new CancellationException())
        .stop();

    ReadableSpan failing = span("failing");
    assertThat(failing.statusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attribute(failing, "error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(failing.events())
        .singleElement()
        .satisfies(event -> assertThat(event.name()).isEqualTo("exception"));
    assertThat(span("cancelled").statusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span("cancelled").events()).isEmpty();
  }

  @Test
  void nestsByScopeTogetherWithSpansOfOthers() {
    Observation outer = Observation.start("outer", registry);
    try (Observation.Scope scope = outer.openScope()) {
      Span between = tracer("between");
      try (Scope current = between.makeCurrent()) {
        Observation.createNotStarted("inner", registry).observe(() -> tracer("leaf").end());
      }
      between.end();
    }
    outer.stop();

    assertThat(parent("leaf")).isEqualTo(id("inner"));
    assertThat(parent("inner")).isEqualTo(id("between"));
    assertThat(parent("between")).isEqualTo(id("outer"));
    assertThat(span("outer").parentSpanContext().isValid()).isFalse();
  }

  @Test
  void takesAParentOfAnotherThread() throws InterruptedException {
    Observation parent = Observation.start("parent", registry);
    inThread(
        () ->
            Observation.createNotStarted("child", registry)
                .parentObservation(parent)
                .observe(() -> tracer("leaf").end()));
    parent.stop();

    assertThat(parent("child")).isEqualTo(id("parent"));
    assertThat(parent("leaf")).isEqualTo(id("child"));
  }

  @Test
  void followsSnapshotsOfTheContextAndLeavesThreadsClean() throws InterruptedException {
    ContextRegistry accessors =
        new ContextRegistry()
            .registerThreadLocalAccessor(new ObservationThreadLocalAccessor(registry));
    ContextSnapshotFactory factory =
        ContextSnapshotFactory.builder().contextRegistry(accessors).clearMissing(true).build();
    ContextSnapshot none = factory.captureAll();
    Observation parent = Observation.start("parent", registry);
    try (Observation.Scope scope = parent.openScope()) {
      ContextSnapshot snapshot = factory.captureAll();
      inThread(
          () -> {
            try (ContextSnapshot.Scope restored = snapshot.setThreadLocals()) {
              tracer("elsewhere").end();
              try (ContextSnapshot.Scope cleared = none.setThreadLocals()) {
                tracer("nulled").end();
              }
              tracer("again").end();
            }
            assertThat(Context.current()).isSameAs(Context.root());
          });
    }
    parent.stop();

    assertThat(parent("elsewhere")).isEqualTo(id("parent"));
    assertThat(parent("again")).isEqualTo(id("parent"));
    assertThat(span("nulled").parentSpanContext().isValid()).isFalse();
  }

  @Test
  void isCurrentOnSeveralThreadsAtOnce() throws InterruptedException {
    Observation shared = Observation.start("shared", registry);
    try (Observation.Scope here = shared.openScope()) {
      inThread(
          () -> {
            try (Observation.Scope there = shared.openScope();
                Observation.Scope again = shared.openScope()) {
              tracer("there").end();
            }
            assertThat(Context.current()).isSameAs(Context.root());
          });
      tracer("here").end();
    }
    shared.stop();

    assertThat(parent("there")).isEqualTo(id("shared"));
    assertThat(parent("here")).isEqualTo(id("shared"));
  }

  @Test
  void endsItsScopeWhereItStopsBeforeTheScopeIsClosed() {
    Observation observation = Observation.start("stopped", registry);
    try (Observation.Scope scope = observation.openScope()) {
      observation.stop();
      assertThat(Context.current()).isSameAs(Context.root());
      observation.event(Observation.Event.of("late"));
      observation.error(new IllegalStateException("late"));
      Observation.createNotStarted("child", registry).observe(() -> {});
    }
    observation.stop();

    assertThat(span("stopped").events()).isEmpty();
    assertThat(span("stopped").statusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(parent("child")).isEqualTo(id("stopped"));
  }

  @Test
  void continuesTheCallersTrace() {
    ReceiverContext<Map<String, String>> received = receiver(Map.of("traceparent", TRACEPARENT));
    received.setRemoteServiceName("warehouse");
    received.setRemoteServiceAddress("http://10.0.0.7:8080");

    Observation.createNotStarted("receive", () -> received, registry)
        .observe(() -> tracer("work").end());

    ReadableSpan span = span("receive");
    assertThat(span.kind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(span.spanContext().getTraceId()).isEqualTo(TRACE_ID);
    assertThat(parent("receive")).isEqualTo("b7ad6b7169203331");
    assertThat(parent("work")).isEqualTo(id("receive"));
    assertThat(attribute(span, "service.peer.name")).isEqualTo("warehouse");
    assertThat(attribute(span, "client.address")).isEqualTo("10.0.0.7");
    assertThat(span.attributes().get(AttributeKey.longKey("client.port"))).isEqualTo(8080);
  }

  @Test
  void linksTheCallersTraceWhereItIsNotTrusted() {
    start("heliograph.trust-remote-context", "false");

    Observation.createNotStarted(
            "receive", () -> receiver(Map.of("traceparent", TRACEPARENT)), registry)
        .observe(() -> {});

    assertThat(span("receive").parentSpanContext().isValid()).isFalse();
    assertThat(span("receive").links())
        .singleElement()
        .satisfies(link -> assertThat(link.spanContext().getTraceId()).isEqualTo(TRACE_ID));
  }

  @Test
  void sendsItsContextAlong() {
    Map<String, String> headers = new HashMap<>();
    SenderContext<Map<String, String>> sent = new SenderContext<>(Map::put, Kind.PRODUCER);
    sent.setCarrier(headers);
    sent.setRemoteServiceAddress("not a URI");

    Observation.createNotStarted("send", () -> sent, registry).observe(() -> {});

    assertThat(span("send").kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(headers.get("traceparent")).contains(id("send"));
    assertThat(attribute(span("send"), "server.address")).isEqualTo("not a URI");
  }

  @Test
  void startsWithoutACarrier() {
    Observation.createNotStarted("send", () -> new SenderContext<>((c, k, v) -> {}), registry)
        .observe(() -> {});

    assertThat(span("send").parentSpanContext().isValid()).isFalse();
  }

  @Test
  void containsCarriersThatThrow() {
    SenderContext<String> sent =
        new SenderContext<>(
            (carrier, key, value) -> {
              throw new IllegalStateException("read only");
            });
    sent.setCarrier("carrier");
    ReceiverContext<String> received =
        new ReceiverContext<>(
            (carrier, key) -> {
              throw new LinkageError("gone");
            });
    received.setCarrier("carrier");

    Observation.createNotStarted("send", () -> sent, registry).observe(() -> {});
    Observation.createNotStarted("receive", () -> received, registry).observe(() -> {});

    assertThat(span("send").kind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(span("receive").kind()).isEqualTo(SpanKind.CONSUMER);
  }

  @Test
  void containsContextsThatThrow() {
    Observation.Context broken =
        new Observation.Context() {
          @Override
          public io.micrometer.common.KeyValues getAllKeyValues() {
            throw new IllegalStateException("broken");
          }
        };

    Observation.createNotStarted("broken", () -> broken, registry)
        .observe(() -> tracer("leaf").end());

    assertThat(parent("leaf")).isEqualTo(id("broken"));
  }

  @Test
  void passesOnWhatTheObservedCodeThrows() {
    Observation observation = Observation.createNotStarted("failing", registry);

    assertThatThrownBy(
            () ->
                observation.observe(
                    () -> {
                      throw new IllegalArgumentException("mine");
                    }))
        .hasMessage("mine");
    assertThat(span("failing").statusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void leavesOutWhatHeliographOwnsAndKeepsItsChildren() {
    Span server = tracer("GET /");
    try (Scope current = server.makeCurrent()) {
      Observation.createNotStarted("http.server.requests", registry)
          .observe(() -> Observation.createNotStarted("work", registry).observe(() -> {}));
    }
    server.end();
    Observation.createNotStarted("tasks.scheduled.execution", registry).observe(() -> {});

    assertThat(parent("work")).isEqualTo(id("GET /"));
    assertThat(spans()).hasSize(2);
  }

  @Test
  void findsTheParentAboveAnObservationThatIsLeftOut() throws InterruptedException {
    Observation top = Observation.start("top", registry);
    Observation between =
        Observation.createNotStarted("http.client.requests", registry)
            .parentObservation(top)
            .start();
    inThread(
        () ->
            Observation.createNotStarted("child", registry)
                .parentObservation(between)
                .observe(() -> {}));
    between.stop();
    top.stop();

    assertThat(parent("child")).isEqualTo(id("top"));
  }

  @Test
  void recordsWhatMicrometerOwns() {
    start("heliograph.http.server.owner", "micrometer");

    Observation.createNotStarted("http.server.requests", registry).observe(() -> {});

    assertThat(spans()).hasSize(1);
  }

  private Span tracer(String name) {
    return engine.openTelemetry().getTracer("test").spanBuilder(name).startSpan();
  }

  private static ReceiverContext<Map<String, String>> receiver(Map<String, String> headers) {
    ReceiverContext<Map<String, String>> received = new ReceiverContext<>(Map::get, Kind.CONSUMER);
    received.setCarrier(headers);
    return received;
  }

  private static void inThread(Runnable work) throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(work);
    thread.setUncaughtExceptionHandler((failed, error) -> thrown[0] = error);
    thread.start();
    thread.join();
    assertThat(thrown[0]).isNull();
  }

  private List<ReadableSpan> spans() {
    assertThat(engine.flush()).isTrue();
    return exported.items();
  }

  private ReadableSpan only() {
    List<ReadableSpan> all = spans();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private ReadableSpan span(String name) {
    List<ReadableSpan> found = spans().stream().filter(s -> s.name().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private String id(String name) {
    return span(name).spanContext().getSpanId();
  }

  private String parent(String name) {
    return span(name).parentSpanContext().getSpanId();
  }

  private static String attribute(ReadableSpan span, String key) {
    return span.attributes().get(AttributeKey.stringKey(key));
  }
}
