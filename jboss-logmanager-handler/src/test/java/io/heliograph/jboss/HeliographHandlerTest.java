package io.heliograph.jboss;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.instrumentation.logging.TraceMdc;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a program that has nothing but JBoss LogManager. */
class HeliographHandlerTest {

  private final Settings settings = Settings.load(PropertySource.of(Map.of(), "test"), Map.of());
  private final InMemoryExporter<ReadableLogRecord> recorded = new InMemoryExporter<>();
  private final Heliograph heliograph =
      Heliograph.builder().settings(settings).logExporter("memory", recorded).build();
  private final HeliographHandler handler = new HeliographHandler();
  private final Logger logger = LogContext.create().getLogger("shop");

  @BeforeEach
  void attach() {
    logger.addHandler(handler);
  }

  @AfterEach
  void close() {
    heliograph.close();
  }

  @Test
  void linesWaitForTheEngineAndHaveTheTraceThatWasCurrent() {
    Span span = heliograph.openTelemetry().getTracer("test").spanBuilder("any").startSpan();
    logger.info("early");
    handler.connect(heliograph);
    try (Scope scope = span.makeCurrent()) {
      logger.log(Level.WARN, "late");
    }

    List<ReadableLogRecord> lines = lines();
    assertThat(lines).extracting(HeliographHandlerTest::body).containsExactly("early", "late");
    assertThat(lines.get(0).severity()).isEqualTo(Severity.INFO);
    assertThat(lines.get(1).severity()).isEqualTo(Severity.WARN);
    assertThat(lines.get(1).spanContext().getSpanId()).isEqualTo(span.getSpanContext().getSpanId());
  }

  @Test
  void nothingIsTakenOnceItIsDisconnected() {
    handler.connect(heliograph);
    handler.disconnect();
    logger.info("too late");

    assertThat(lines()).isEmpty();
  }

  @Test
  void theMdcFindsTheIdsAndTheApplicationsOwnEntriesFirst() {
    TraceMdcProvider mdc = new TraceMdcProvider(new MapMdc(), TraceMdc.of(settings));
    Span span = heliograph.openTelemetry().getTracer("test").spanBuilder("any").startSpan();

    assertThat(mdc.isEmpty()).isTrue();
    try (Scope scope = span.makeCurrent()) {
      assertThat(mdc.get("trace_id")).isEqualTo(span.getSpanContext().getTraceId());
      mdc.put("trace_id", "own");
      assertThat(mdc.get("trace_id")).isEqualTo("own");
      assertThat(mdc.copy()).containsKeys("trace_id", "span_id");
    }
  }

  private List<ReadableLogRecord> lines() {
    assertThat(heliograph.flush()).isTrue();
    return recorded.items();
  }

  private static String body(ReadableLogRecord line) {
    return line.body() == null ? "" : line.body().asString();
  }
}
