package io.heliograph.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.core.status.Status;
import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.pipeline.LogRecordProcessor;
import io.heliograph.pipeline.ReadWriteLogRecord;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MarkerFactory;

/** Events as log records, up to the bytes that a receiver got. */
class HeliographAppenderTest extends LogbackTestBase {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void exportsEverythingThatAnEventHolds() {
    Heliograph heliograph = connect();
    context.getMDCAdapter().put("user", "7");
    Span span = heliograph.openTelemetry().getTracer("t").spanBuilder("s").startSpan();
    try (Scope ignored = span.makeCurrent()) {
      logger()
          .atWarn()
          .addMarker(MarkerFactory.getMarker("AUDIT"))
          .addKeyValue("items", 3)
          .addKeyValue("empty", true)
          .setCause(new IllegalStateException("boom"))
          .log("cart of {} is {}", "ann", "empty");
    } finally {
      span.end();
    }
    assertThat(heliograph.flush(LONG)).isTrue();

    ReceivedLogRecord record = receiver.awaitLogs(1).get(0);
    assertThat(record.scope().name()).isEqualTo("com.acme.Cart");
    assertThat(record.severity()).isEqualTo(13);
    assertThat(record.severityText()).isEqualTo("WARN");
    assertThat(record.body()).isEqualTo("cart of ann is empty");
    assertThat(record.epochNanos()).isPositive();
    assertThat(record.traceId()).isEqualTo(span.getSpanContext().getTraceId());
    assertThat(record.spanId()).isEqualTo(span.getSpanContext().getSpanId());
    assertThat(record.attributes())
        .containsEntry("user", "7")
        .containsEntry("items", 3L)
        .containsEntry("empty", true)
        .containsEntry("logback.marker", List.of("AUDIT"))
        .containsEntry("log.body.template", "cart of {} is {}")
        .containsEntry("log.body.parameters", List.of("ann", "empty"))
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "boom")
        .doesNotContainKeys("trace_id", "span_id", "trace_flags", "code.function.name");
    assertThat(String.valueOf(record.attribute("exception.stacktrace")))
        .contains("IllegalStateException: boom", "HeliographAppenderTest");
    receiver.awaitSpans(1);
    assertThat(receiver.violations()).isEmpty();
  }

  @Test
  void everythingBesidesTheMessageCanBeSwitchedOff() {
    Heliograph heliograph =
        connect(
            "heliograph.logback.appender.arguments", "false",
            "heliograph.logback.appender.key-values", "false",
            "heliograph.logback.appender.markers", "false",
            "heliograph.logback.appender.mdc", "false",
            "heliograph.logback.appender.exception", "false");
    context.getMDCAdapter().put("user", "7");
    logger()
        .atError()
        .addMarker(MarkerFactory.getMarker("AUDIT"))
        .addKeyValue("items", 3)
        .setCause(new IllegalStateException("boom"))
        .log("cart of {}", "ann");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(1).get(0).attributes()).isEmpty();
  }

  @Test
  void theCodeLocationIsThereOnDemand() {
    Heliograph heliograph = connect("heliograph.logback.appender.code-location", "true");
    logger().info("here");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(1).get(0).attributes())
        .containsEntry(
            "code.function.name", getClass().getName() + ".theCodeLocationIsThereOnDemand")
        .containsEntry("code.file.path", "HeliographAppenderTest.java")
        .containsKey("code.line.number");
  }

  @Test
  void eventsFromBeforeTheEngineArriveInOrderAndWithTheOthers() {
    installer.install();
    IntStream.range(0, 50).forEach(i -> logger().info("early {}", i));
    Heliograph heliograph = connect();
    IntStream.range(50, 100).forEach(i -> logger().info("early {}", i));
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(100))
        .extracting(ReceivedLogRecord::body)
        .containsExactlyElementsOf(
            IntStream.range(0, 100).<Object>mapToObj(i -> "early " + i).toList());
  }

  @Test
  void keepsOnlySoManyEventsAndSaysHowManyItDidNot() {
    installer.install();
    IntStream.range(0, 1000 + 7).forEach(i -> logger().info("early {}", i));
    Heliograph heliograph = connect();
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(1000)).hasSize(1000);
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .extracting(Status::getMessage)
        .anyMatch(message -> message.startsWith("7 events"));
  }

  @Test
  void whatTheExporterLogsIsNotExported() {
    Heliograph heliograph = connect();
    context.getLogger("io.heliograph").warn("the queue is full");
    context.getLogger("io.heliograph.internal.send").warn("refused");
    context.getLogger("jdk.internal.httpclient.debug").debug("frame");
    context.getLogger("io.heliographic").info("somebody else");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(1))
        .extracting(ReceivedLogRecord::body)
        .containsExactly("somebody else");
  }

  @Test
  void aProcessorThatLogsDoesNotRecur() {
    LogRecordProcessor logging =
        new LogRecordProcessor() {
          @Override
          public void onEmit(Context emitted, ReadWriteLogRecord record) {
            logger().info("about {}", record.body());
          }
        };
    Settings settings =
        Settings.load(
            PropertySource.of(
                Map.of(
                    "heliograph.service.name",
                    "shop",
                    "heliograph.exporter.otlp.endpoint",
                    receiver.httpEndpoint()),
                "test"),
            Map.of());
    try (Heliograph heliograph =
        Heliograph.builder().settings(settings).logRecordProcessor(logging).build()) {
      installer.connect(heliograph.openTelemetry(), settings);
      logger().info("once");
      assertThat(heliograph.flush(LONG)).isTrue();
    }
    assertThat(receiver.awaitLogs(1)).extracting(ReceivedLogRecord::body).containsExactly("once");
  }

  @Test
  void anArgumentWhoseTextThrowsCostsNothingElse() {
    Heliograph heliograph = connect();
    Object hostile =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    logger().atInfo().addKeyValue("hostile", hostile).log("still {}", "here");
    assertThat(heliograph.flush(LONG)).isTrue();
    ReceivedLogRecord record = receiver.awaitLogs(1).get(0);
    assertThat(record.body()).isEqualTo("still here");
    assertThat(record.attribute("hostile"))
        .isEqualTo("unavailable: java.lang.IllegalStateException");
  }

  /** Logback itself reads the message while it makes the event, before any appender is asked. */
  @Test
  void anExceptionWhoseMessageThrowsNeverComesToAnAppender() {
    RuntimeException hostile =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("no message");
          }
        };
    assertThatThrownBy(() -> logger().error("without us", hostile)).hasMessage("no message");
    Heliograph heliograph = connect();
    assertThatThrownBy(() -> logger().error("with us", hostile)).hasMessage("no message");
    logger().info("still here");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(1))
        .extracting(ReceivedLogRecord::body)
        .containsExactly("still here");
  }

  @Test
  void losesNothingWhileManyThreadsLogAndItIsConnected() throws InterruptedException {
    installer.install();
    CountDownLatch started = new CountDownLatch(8);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int number = i;
      threads.add(
          new Thread(
              () -> {
                started.countDown();
                IntStream.range(0, 100).forEach(j -> logger().info("{}-{}", number, j));
              }));
    }
    threads.forEach(Thread::start);
    started.await();
    Heliograph heliograph = connect();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(800))
        .hasSize(800)
        .extracting(ReceivedLogRecord::body)
        .doesNotHaveDuplicates();
  }
}
