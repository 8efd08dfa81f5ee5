package io.heliograph.internal.trace;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.FakeClock;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.SpanEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a span records, through the API and seen by an exporter. */
class SpanTest {

  private static final SpanContext REMOTE =
      SpanContext.createFromRemoteParent(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getSampled(),
          TraceState.builder().put("vendor", "x").build());

  private final Engine engine = new Engine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @Compliance({
    "Traces > Span > Create root span",
    "Traces > Span > End",
    "Traces > Tracer > Create a new Span",
    "Traces > SpanContext > IsValid",
    "Traces > SpanContext > IsRemote",
    "Traces > SpanContext > Conforms to the W3C TraceContext spec",
    "Traces > SpanContext > Support W3C Trace Context Level 2 randomness"
  })
  void rootSpanHasFreshIdsAndTheRandomFlag() {
    Span span = engine.tracer.spanBuilder("work").startSpan();
    span.end();

    ReadableSpan ended = engine.onlySpan();
    SpanContext context = ended.spanContext();
    assertThat(context.isValid()).isTrue();
    assertThat(context.isRemote()).isFalse();
    assertThat(context.getTraceId()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
    assertThat(context.getSpanId()).matches("[0-9a-f]{16}").isNotEqualTo("0".repeat(16));
    assertThat(context.getTraceFlags().asHex()).isEqualTo("03");
    assertThat(ended.parentSpanContext().isValid()).isFalse();
    assertThat(ended.name()).isEqualTo("work");
    assertThat(ended.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(ended.hasEnded()).isTrue();
  }

  @Test
  @Compliance({
    "Traces > Span > Create with default parent (active span)",
    "Traces > Trace / Context interaction > Get active Span",
    "Traces > Trace / Context interaction > Set active Span",
    "Traces > Tracer > Get active Span",
    "Traces > Tracer > Mark Span active"
  })
  void activeSpanIsTheDefaultParent() {
    Span parent = engine.tracer.spanBuilder("parent").startSpan();
    try (Scope ignored = parent.makeCurrent()) {
      assertThat(Span.current()).isSameAs(parent);
      engine.tracer.spanBuilder("child").startSpan().end();
    }
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    parent.end();

    ReadableSpan child = engine.spans().get(0);
    assertThat(child.parentSpanContext()).isEqualTo(parent.getSpanContext());
    assertThat(child.spanContext().getTraceId()).isEqualTo(parent.getSpanContext().getTraceId());
  }

  @Test
  @Compliance("Traces > Span > Create with parent from Context")
  void remoteParentGivesTraceIdFlagsAndTraceState() {
    Context parent = Context.root().with(Span.wrap(REMOTE));
    engine.tracer.spanBuilder("child").setParent(parent).startSpan().end();

    ReadableSpan child = engine.onlySpan();
    assertThat(child.spanContext().getTraceId()).isEqualTo(REMOTE.getTraceId());
    assertThat(child.spanContext().getTraceState().get("vendor")).isEqualTo("x");
    assertThat(child.spanContext().getTraceFlags().asHex()).isEqualTo("01");
    assertThat(child.spanContext().getSpanId()).isNotEqualTo(REMOTE.getSpanId());
    assertThat(child.parentSpanContext()).isEqualTo(REMOTE);
    assertThat(child.parentSpanContext().isRemote()).isTrue();
  }

  @Test
  @Compliance("Traces > Span > No explicit parent Span/SpanContext allowed")
  void setNoParentStartsATraceBelowAnActiveSpan() {
    Span active = engine.tracer.spanBuilder("active").startSpan();
    try (Scope ignored = active.makeCurrent()) {
      Span root = engine.tracer.spanBuilder("root").setNoParent().startSpan();
      assertThat(root.getSpanContext().getTraceId())
          .isNotEqualTo(active.getSpanContext().getTraceId());
    }
  }

  @Test
  @Compliance("Traces > Span > UpdateName")
  void nameCanChangeUntilTheEnd() {
    Span span = engine.tracer.spanBuilder("GET").startSpan();
    span.updateName("GET /orders/{id}");
    span.end();
    span.updateName("too late");
    assertThat(engine.onlySpan().name()).isEqualTo("GET /orders/{id}");
  }

  @Test
  void missingNameBecomesAPlaceholder() {
    engine.tracer.spanBuilder(" ").startSpan().end();
    assertThat(engine.onlySpan().name()).isEqualTo("<unspecified span name>");
  }

  @Test
  @Compliance({
    "Traces > Span > User-defined start timestamp",
    "Traces > Span > End with timestamp"
  })
  void takesTheCallersTimes() {
    Instant start = Instant.parse("2026-01-02T03:04:05.000000006Z");
    engine.tracer.spanBuilder("a").setStartTimestamp(start).startSpan().end(start.plusMillis(7));

    ReadableSpan span = engine.onlySpan();
    assertThat(span.startEpochNanos()).isEqualTo(nanos(start));
    assertThat(span.endEpochNanos()).isEqualTo(nanos(start) + 7_000_000);
  }

  @Test
  void anEndBeforeTheStartIsMovedToTheStart() {
    Instant start = Instant.ofEpochSecond(100);
    engine.tracer.spanBuilder("a").setStartTimestamp(start).startSpan().end(1, TimeUnit.SECONDS);
    ReadableSpan span = engine.onlySpan();
    assertThat(span.endEpochNanos()).isEqualTo(span.startEpochNanos());
  }

  @Test
  void aWallClockThatJumpsChangesNoDurationInsideATrace() {
    Span parent = engine.tracer.spanBuilder("parent").startSpan();
    engine.clock.setWallClock(Duration.ofHours(-1));
    engine.clock.advance(Duration.ofMillis(5));
    Span child = child(parent);
    engine.clock.setWallClock(Duration.ofHours(2));
    engine.clock.advance(Duration.ofMillis(5));
    child.end();
    parent.end();

    List<ReadableSpan> spans = engine.spans();
    long start = FakeClock.START_EPOCH_NANOS;
    assertThat(spans.get(0).startEpochNanos()).isEqualTo(start + 5_000_000);
    assertThat(spans.get(0).endEpochNanos()).isEqualTo(start + 10_000_000);
    assertThat(spans.get(1).endEpochNanos()).isEqualTo(start + 10_000_000);
  }

  private Span child(Span parent) {
    return engine.tracer.spanBuilder("child").setParent(Context.root().with(parent)).startSpan();
  }

  @Test
  @Compliance({
    "Traces > Span > IsRecording",
    "Traces > Span > IsRecording becomes false after End"
  })
  void nothingIsRecordedAfterTheEnd() {
    Span span = engine.tracer.spanBuilder("a").startSpan();
    assertThat(span.isRecording()).isTrue();
    span.end();
    assertThat(span.isRecording()).isFalse();

    span.setAttribute("late", 1);
    span.addEvent("late");
    span.addLink(REMOTE);
    span.setStatus(StatusCode.ERROR);
    span.recordException(new IllegalStateException());
    span.end();

    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.attributes().isEmpty()).isTrue();
    assertThat(ended.events()).isEmpty();
    assertThat(ended.links()).isEmpty();
    assertThat(ended.statusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  @Compliance("Traces > Span > Set status with StatusCode (Unset, Ok, Error)")
  void okIsFinalAndOnlyErrorsKeepADescription() {
    Span span = engine.tracer.spanBuilder("a").startSpan();
    span.setStatus(StatusCode.ERROR, "first");
    span.setStatus(StatusCode.UNSET);
    span.setStatus(StatusCode.ERROR, "second");
    span.end();
    Span fine = engine.tracer.spanBuilder("b").startSpan();
    fine.setStatus(StatusCode.OK, "ignored");
    fine.setStatus(StatusCode.ERROR, "too late");
    fine.end();

    List<ReadableSpan> spans = engine.spans();
    assertThat(spans.get(0).statusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(spans.get(0).statusDescription()).isEqualTo("second");
    assertThat(spans.get(1).statusCode()).isEqualTo(StatusCode.OK);
    assertThat(spans.get(1).statusDescription()).isEmpty();
  }

  @Test
  @Compliance({
    "Traces > Span attributes > SetAttribute",
    "Traces > Span attributes > String type",
    "Traces > Span attributes > Boolean type",
    "Traces > Span attributes > Double floating-point type",
    "Traces > Span attributes > Signed int64 type",
    "Traces > Span attributes > Array of primitives (homogeneous)",
    "Traces > Span attributes > Unicode support for keys and string values"
  })
  void keepsEveryTypeOfAttribute() {
    engine
        .tracer
        .spanBuilder("a")
        .setAttribute("string", "Grüße 🌍")
        .setAttribute("boolean", true)
        .setAttribute("double", 1.5)
        .setAttribute("long", Long.MIN_VALUE)
        .setAttribute(stringArrayKey("ключ"), List.of("x", "y"))
        .setAttribute(longArrayKey("longs"), List.of(1L, 2L))
        .startSpan()
        .end();

    assertThat(engine.onlySpan().attributes())
        .isEqualTo(
            Attributes.builder()
                .put("string", "Grüße 🌍")
                .put("boolean", true)
                .put("double", 1.5)
                .put("long", Long.MIN_VALUE)
                .put(stringArrayKey("ключ"), "x", "y")
                .put(longArrayKey("longs"), 1L, 2L)
                .build());
  }

  @Test
  @Compliance("Traces > Span attributes > `null` values documented as invalid/undefined")
  void nullsAreIgnored() {
    Span span = engine.tracer.spanBuilder("a").setParent(null).setSpanKind(null).startSpan();
    span.setAttribute((String) null, null);
    span.setAttribute("key", (String) null);
    span.setAttribute(stringKey(""), "nameless");
    span.addEvent(null);
    span.addEvent("event", (Attributes) null);
    span.addLink(null);
    span.recordException(null);
    span.setStatus(null);
    span.updateName(null);
    span.setAllAttributes(null);
    span.end();

    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.attributes().isEmpty()).isTrue();
    assertThat(ended.events()).extracting(SpanEvent::name).containsExactly("event");
    assertThat(ended.links()).isEmpty();
  }

  @Test
  void aKeyThatIsSetAgainTakesTheNewValueWhateverItsType() {
    Span span = engine.tracer.spanBuilder("a").setAttribute("key", "old").startSpan();
    span.setAttribute("other", 2);
    span.setAttribute("key", 1);
    span.end();

    Attributes attributes = engine.onlySpan().attributes();
    assertThat(attributes.size()).isEqualTo(2);
    assertThat(attributes.get(longKey("key"))).isEqualTo(1);
    assertThat(attributes.get(stringKey("key"))).isNull();
    assertThat(attributes.get(doubleKey("absent"))).isNull();
    assertThat(attributes.get(booleanKey("key"))).isNull();
  }

  @Test
  void aListThatTheCallerChangesLaterKeepsWhatItWas() {
    List<String> list = new ArrayList<>(List.of("a"));
    Span span = engine.tracer.spanBuilder("a").startSpan();
    span.setAttribute(stringArrayKey("list"), list);
    list.add("b");
    span.end();
    assertThat(engine.onlySpan().attributes().get(stringArrayKey("list"))).containsExactly("a");
  }

  @Test
  void twoSpansOfOneBuilderShareNothing() {
    SpanBuilder builder = engine.tracer.spanBuilder("twice").setAttribute("first", true);
    Span first = builder.addLink(REMOTE).startSpan();
    Span second = builder.setAttribute("second", true).addLink(REMOTE).startSpan();
    second.setAttribute("late", true);
    second.addLink(REMOTE);
    first.end();
    second.end();

    List<ReadableSpan> spans = engine.spans();
    assertThat(spans.get(0).attributes()).isEqualTo(Attributes.of(booleanKey("first"), true));
    assertThat(spans.get(0).links()).hasSize(1);
    assertThat(spans.get(1).attributes())
        .isEqualTo(Attributes.of(booleanKey("second"), true, booleanKey("late"), true));
    assertThat(spans.get(1).links()).hasSize(2);
  }

  @Test
  void namesAreToldApartHoweverAlikeTheyLook() {
    Span span = engine.tracer.spanBuilder("names").startSpan();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100; i++) {
        span.setAttribute("a" + i + "z", i + round);
        span.setAttribute(Character.toString((char) ('!' + i)), round);
      }
    }
    span.end();
    assertThat(engine.onlySpan().attributes().size()).isEqualTo(128);
    assertThat(engine.onlySpan().attributes().get(longKey("a31z"))).isEqualTo(32);
    assertThat(engine.onlySpan().attributes().get(longKey("!"))).isEqualTo(1);
  }

  @Test
  @Compliance({
    "Traces > Span linking > Links can be recorded on span creation",
    "Traces > Span linking > Links can be recorded after span creation",
    "Traces > Span linking > Links order is preserved"
  })
  void linksKeepTheirOrder() {
    SpanContext other =
        SpanContext.create(
            "1".repeat(32), "2".repeat(16), TraceFlags.getDefault(), TraceState.getDefault());
    Span span =
        engine
            .tracer
            .spanBuilder("a")
            .addLink(REMOTE, Attributes.of(stringKey("why"), "batch"))
            .addLink(SpanContext.getInvalid())
            .startSpan();
    span.addLink(other);
    span.end();

    ReadableSpan ended = engine.onlySpan();
    assertThat(ended.links()).extracting("spanContext").containsExactly(REMOTE, other);
    assertThat(ended.links().get(0).attributes().get(stringKey("why"))).isEqualTo("batch");
  }

  @Test
  @Compliance({"Traces > Span events > AddEvent", "Traces > Span events > Add order preserved"})
  void eventsKeepTheirOrderAndTime() {
    Span span = engine.tracer.spanBuilder("a").startSpan();
    span.addEvent("first");
    engine.clock.advance(Duration.ofNanos(3));
    span.addEvent("second", Attributes.of(longKey("n"), 1L));
    span.addEvent("third", 5, TimeUnit.SECONDS);
    span.end();

    List<SpanEvent> events = engine.onlySpan().events();
    assertThat(events).extracting(SpanEvent::name).containsExactly("first", "second", "third");
    assertThat(events.get(1).epochNanos()).isEqualTo(events.get(0).epochNanos() + 3);
    assertThat(events.get(2).epochNanos()).isEqualTo(5_000_000_000L);
    assertThat(events.get(1).attributes().get(longKey("n"))).isEqualTo(1);
  }

  @Test
  @Compliance({
    "Traces > Span exceptions > RecordException",
    "Traces > Span exceptions > RecordException with extra parameters"
  })
  void exceptionsBecomeEventsInWhichTheCallersAttributesWin() {
    Span span = engine.tracer.spanBuilder("a").startSpan();
    span.recordException(
        new IllegalStateException("no stock"),
        Attributes.of(stringKey("exception.message"), "hidden", stringKey("order"), "7"));
    span.end();

    SpanEvent event = engine.onlySpan().events().get(0);
    assertThat(event.name()).isEqualTo("exception");
    assertThat(event.attributes().get(stringKey("exception.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(event.attributes().get(stringKey("exception.message"))).isEqualTo("hidden");
    assertThat(event.attributes().get(stringKey("exception.stacktrace")))
        .contains("no stock", "SpanTest");
    assertThat(event.attributes().get(stringKey("order"))).isEqualTo("7");
  }

  @Test
  void anExceptionWhoseOwnMethodsThrowIsRecordedAllTheSame() {
    Span span = engine.tracer.spanBuilder("a").startSpan();
    span.recordException(new Hostile());
    span.end();

    Attributes attributes = engine.onlySpan().events().get(0).attributes();
    assertThat(attributes.get(stringKey("exception.type"))).endsWith("Hostile");
    assertThat(attributes.get(stringKey("exception.message")))
        .isEqualTo("unavailable: java.lang.UnsupportedOperationException");
  }

  private static final class Hostile extends RuntimeException {
    @Override
    public String getMessage() {
      throw new UnsupportedOperationException();
    }
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }
}
