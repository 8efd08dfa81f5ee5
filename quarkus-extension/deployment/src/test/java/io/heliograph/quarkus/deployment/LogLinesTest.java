package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableLogRecord;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class LogLinesTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(jar -> jar.addClass(Customizers.class))
          .overrideConfigKey("quarkus.log.level", "TRACE")
          .overrideConfigKey("quarkus.log.min-level", "TRACE")
          .overrideRuntimeConfigKey("heliograph.test.enabled", "true")
          .overrideRuntimeConfigKey("heliograph.logback.appender.code-location", "true")
          .overrideRuntimeConfigKey("heliograph.logback.appender.excluded-loggers", "excluded")
          .overrideRuntimeConfigKey("heliograph.logback.mdc.trace-id-key", "traceId");

  @Singleton
  static class Customizers {

    @Produces
    @Singleton
    InMemoryExporter<ReadableLogRecord> recorded() {
      return new InMemoryExporter<>();
    }

    @Produces
    @Singleton
    HeliographCustomizer inMemory(InMemoryExporter<ReadableLogRecord> recorded) {
      return builder -> builder.logExporter("memory", recorded);
    }
  }

  private static final Logger LOGGER = Logger.getLogger("shop");

  @Inject Heliograph heliograph;
  @Inject InMemoryExporter<ReadableLogRecord> recorded;

  @Test
  void aLineBecomesARecordWithAllThatItHas() {
    MDC.put("customer", "4711");
    ReadableLogRecord line =
        logged(id -> LOGGER.errorf(new IllegalStateException("empty"), "%s: %d", id, 7));
    MDC.remove("customer");

    assertThat(line.severity()).isEqualTo(Severity.ERROR);
    assertThat(text(line, "log.body.template")).isEqualTo("%s: %d");
    assertThat(line.attributes().get(AttributeKey.stringArrayKey("log.body.parameters")))
        .hasSize(2)
        .contains("7");
    assertThat(text(line, "customer")).isEqualTo("4711");
    assertThat(text(line, "exception.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(text(line, "exception.message")).isEqualTo("empty");
    assertThat(text(line, "exception.stacktrace")).contains("LogLinesTest");
    assertThat(text(line, "code.function.name")).contains("LogLinesTest");
  }

  /** They are nothing but text when SLF4J hands them to JBoss LogManager. */
  @Test
  void keyValuesOfSlf4jStandInTheMessage() {
    ReadableLogRecord line =
        logged(id -> LoggerFactory.getLogger("shop").atInfo().addKeyValue("order", 4711).log(id));

    assertThat(body(line)).startsWith("order=4711 ");
    assertThat(text(line, "order")).isNull();
  }

  @Test
  void levelsAreSeverities() {
    List<Consumer<String>> levels =
        List.of(
            LOGGER::trace, LOGGER::debug, LOGGER::info, LOGGER::warn, LOGGER::error, LOGGER::fatal);

    assertThat(levels.stream().map(level -> logged(level).severity()))
        .containsExactly(
            Severity.TRACE,
            Severity.DEBUG,
            Severity.INFO,
            Severity.WARN,
            Severity.ERROR,
            Severity.FATAL);
  }

  @Test
  void theMdcHasTheIdsUnderTheConfiguredKeyWhileTheSpanIsCurrent() {
    Span span = heliograph.openTelemetry().getTracer("test").spanBuilder("any").startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(MDC.get("traceId")).isEqualTo(span.getSpanContext().getTraceId());
      assertThat(text(logged(LOGGER::info), "traceId")).isNull();
    }
    assertThat(MDC.get("traceId")).isNull();
  }

  @Test
  void leavesOutExcludedLoggersAndOurOwn() {
    Stream.of("excluded", "excluded.below", "io.heliograph.any")
        .forEach(name -> Logger.getLogger(name).info("left out"));
    logged(LOGGER::info);

    assertThat(recorded.items()).noneMatch(line -> body(line).equals("left out"));
  }

  private ReadableLogRecord logged(Consumer<String> logging) {
    String id = UUID.randomUUID().toString();
    logging.accept(id);
    assertThat(heliograph.flush()).isTrue();
    return recorded.items().stream()
        .filter(line -> body(line).contains(id))
        .findAny()
        .orElseThrow();
  }

  private static String body(ReadableLogRecord line) {
    return line.body() == null ? "" : line.body().asString();
  }

  private static String text(ReadableLogRecord line, String key) {
    return line.attributes().get(AttributeKey.stringKey(key));
  }
}
