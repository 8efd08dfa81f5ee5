package io.heliograph.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.heliograph.Heliograph;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ids in every event's MDC, whatever appender reads it and on whatever thread. */
class TraceMdcTest extends LogbackTestBase {

  private final ListAppender<ILoggingEvent> list = new ListAppender<>();

  @Test
  void everyEventHasTheIdsOfItsSpanAndLeavesNoneBehind() {
    Heliograph heliograph = connect();
    append(list);
    SpanContext span = logInSpan(heliograph, "inside");
    logger().info("outside");
    assertThat(list.list.get(0).getMDCPropertyMap()).isEqualTo(ids(span));
    assertThat(list.list.get(1).getMDCPropertyMap()).isEmpty();
    assertThat(context.getMDCAdapter().getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void keepsTheApplicationsEntriesAndItsOwnIds() {
    Heliograph heliograph = connect();
    append(list);
    context.getMDCAdapter().put("user", "7");
    context.getMDCAdapter().put("trace_id", "mine");
    logInSpan(heliograph, "inside");
    assertThat(list.list.get(0).getMDCPropertyMap())
        .containsEntry("user", "7")
        .containsEntry("trace_id", "mine")
        .containsKey("span_id");
  }

  @Test
  void namesAreConfigurableAndBaggageIsChosen() {
    Heliograph heliograph =
        connect(
            "heliograph.logback.mdc.trace-id-key", "traceId",
            "heliograph.logback.mdc.span-id-key", "spanId",
            "heliograph.logback.mdc.trace-flags-key", "traceFlags",
            "heliograph.logback.mdc.baggage", "tenant,absent",
            "heliograph.logback.mdc.baggage-prefix", "b-");
    append(list);
    Baggage baggage = Baggage.builder().put("tenant", "acme").put("secret", "x").build();
    try (Scope ignored = baggage.makeCurrent()) {
      logInSpan(heliograph, "inside");
    }
    assertThat(list.list.get(0).getMDCPropertyMap())
        .containsOnlyKeys("traceId", "spanId", "traceFlags", "b-tenant")
        .containsEntry("b-tenant", "acme");
  }

  @Test
  void canBeSwitchedOff() {
    Heliograph heliograph = connect("heliograph.logback.mdc.enabled", "false");
    append(list);
    logInSpan(heliograph, "inside");
    assertThat(list.list.get(0).getMDCPropertyMap()).isEmpty();
  }

  @Test
  void isRightBehindAnAsyncAppender() {
    Heliograph heliograph = connect();
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.setMaxFlushTime(0);
    list.setContext(context);
    list.start();
    async.addAppender(list);
    append(async);
    List<SpanContext> spans = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      spans.add(logInSpan(heliograph, "line"));
    }
    async.stop(); // Waits for what is queued.
    assertThat(list.list)
        .extracting(ILoggingEvent::getMDCPropertyMap)
        .containsExactlyElementsOf(spans.stream().map(TraceMdcTest::ids).toList());
  }

  @Test
  void isRightOnVirtualThreads() throws InterruptedException {
    Heliograph heliograph = connect();
    append(list);
    Span span = heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan();
    Thread thread =
        Thread.ofVirtual()
            .start(
                Context.root()
                    .with(span)
                    .wrap(
                        () -> {
                          Thread.yield();
                          logger().info("inside");
                        }));
    thread.join();
    span.end();
    assertThat(list.list.get(0).getMDCPropertyMap()).isEqualTo(ids(span.getSpanContext()));
  }

  private SpanContext logInSpan(Heliograph heliograph, String message) {
    Span span = heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan();
    try (Scope ignored = span.makeCurrent()) {
      logger().info(message);
    } finally {
      span.end();
    }
    return span.getSpanContext();
  }

  private void append(Appender<ILoggingEvent> appender) {
    appender.setContext(context);
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
  }

  private static Map<String, String> ids(SpanContext span) {
    return Map.of(
        "trace_id", span.getTraceId(),
        "span_id", span.getSpanId(),
        "trace_flags", span.getTraceFlags().asHex());
  }
}
