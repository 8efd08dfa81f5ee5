package io.heliograph.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.Heliograph;
import io.heliograph.HeliographBuilder;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.ExportResult;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableLogRecord;
import io.heliograph.internal.attributes.AttributeValues;
import io.heliograph.pipeline.LogRecordProcessor;
import io.heliograph.pipeline.ReadWriteLogRecord;
import io.heliograph.pipeline.ScopedLoggerBuilder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.common.ValueType;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Logs API, from a logger to what an exporter is given. */
class LoggerProviderTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final AttributeKey<String> KEY = AttributeKey.stringKey("k");

  private final InMemoryExporter<ReadableLogRecord> exporter = new InMemoryExporter<>();
  private final List<Heliograph> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Heliograph::close);
  }

  @Test
  @Compliance({
    "Logs > LoggerProvider.Get Logger",
    "Logs > LoggerProvider.Get Logger accepts attributes",
    "Logs > Logger.Emit(LogRecord)",
    "Logs > BatchLogRecordProcessor",
    "Logs > Can plug custom LogRecordExporter"
  })
  void emitsEverythingThatWasSet() {
    Heliograph heliograph = open(builder());
    ScopedLoggerBuilder builder =
        (ScopedLoggerBuilder)
            heliograph
                .openTelemetry()
                .getLogsBridge()
                .loggerBuilder("cart")
                .setInstrumentationVersion("1")
                .setSchemaUrl("http://s");
    Logger logger = builder.setAttributes(Attributes.of(KEY, "scope")).build();
    logger
        .logRecordBuilder()
        .setTimestamp(Instant.ofEpochSecond(1, 2))
        .setObservedTimestamp(3, TimeUnit.SECONDS)
        .setSeverity(Severity.WARN)
        .setSeverityText("warning")
        .setBody("cart is empty")
        .setAttribute(KEY, "v")
        .setAllAttributes(Attributes.of(AttributeKey.longKey("n"), 7L))
        .emit();

    ReadableLogRecord record = exported(heliograph);
    assertThat(record.timestampEpochNanos()).isEqualTo(1_000_000_002L);
    assertThat(record.observedTimestampEpochNanos()).isEqualTo(3_000_000_000L);
    assertThat(record.severity()).isEqualTo(Severity.WARN);
    assertThat(record.severityText()).isEqualTo("warning");
    assertThat(record.body()).isEqualTo(Value.of("cart is empty"));
    assertThat(record.attributes())
        .isEqualTo(Attributes.of(KEY, "v", AttributeKey.longKey("n"), 7L));
    assertThat(record.instrumentationScope())
        .isEqualTo(new InstrumentationScope("cart", "1", "http://s", Attributes.of(KEY, "scope")));
    assertThat(record.resource().attributes().get(AttributeKey.stringKey("service.name")))
        .isNotNull();
  }

  @Test
  void aBareRecordHasTheTimeItWasSeenAndNothingElse() {
    Heliograph heliograph = open(builder());
    logger(heliograph).logRecordBuilder().emit();
    ReadableLogRecord record = exported(heliograph);
    assertThat(record.timestampEpochNanos()).isZero();
    assertThat(record.observedTimestampEpochNanos()).isPositive();
    assertThat(record.severity()).isEqualTo(Severity.UNDEFINED_SEVERITY_NUMBER);
    assertThat(record.body()).isNull();
    assertThat(record.eventName()).isNull();
    assertThat(record.spanContext().isValid()).isFalse();
  }

  @Test
  void belongsToTheSpanOfTheCurrentContextOrOfTheGivenOne() {
    Heliograph heliograph = open(builder());
    Span current = heliograph.openTelemetry().getTracer("t").spanBuilder("a").startSpan();
    Span given = heliograph.openTelemetry().getTracer("t").spanBuilder("b").startSpan();
    try (Scope ignored = current.makeCurrent()) {
      logger(heliograph).logRecordBuilder().setBody("1").emit();
      logger(heliograph)
          .logRecordBuilder()
          .setContext(Context.root().with(given))
          .setBody("2")
          .emit();
      logger(heliograph).logRecordBuilder().setContext(Context.root()).setBody("3").emit();
    }
    heliograph.flush(LONG);
    assertThat(exporter.items())
        .extracting(ReadableLogRecord::spanContext)
        .containsExactly(
            current.getSpanContext(), given.getSpanContext(), SpanContext.getInvalid());
  }

  @Test
  @Compliance({
    "Logs > LogRecord.Set EventName",
    "Logs > Logger.Emit(LogRecord) with Exception parameter"
  })
  void takesWhatNewerApisAdd() {
    Heliograph heliograph = open(builder());
    EngineLogRecordBuilder builder = (EngineLogRecordBuilder) logger(heliograph).logRecordBuilder();
    builder.setEventName("cart.empty");
    builder.setException(new IllegalStateException("boom"));
    builder.setAttribute(AttributeKey.stringKey("exception.message"), "mine");
    builder.emit();

    ReadableLogRecord record = exported(heliograph);
    assertThat(record.eventName()).isEqualTo("cart.empty");
    assertThat(record.attributes().get(AttributeKey.stringKey("exception.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(record.attributes().get(AttributeKey.stringKey("exception.message")))
        .isEqualTo("mine");
    assertThat(record.attributes().get(AttributeKey.stringKey("exception.stacktrace")))
        .contains("takesWhatNewerApisAdd");
  }

  @Test
  void anExceptionWhoseMessageThrowsIsStillRecorded() {
    Heliograph heliograph = open(builder());
    EngineLogRecordBuilder builder = (EngineLogRecordBuilder) logger(heliograph).logRecordBuilder();
    builder.setException(new HostileException());
    builder.emit();
    assertThat(exported(heliograph).attributes().get(AttributeKey.stringKey("exception.message")))
        .startsWith("unavailable");
  }

  private static final class HostileException extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException("no message for you");
    }
  }

  @Test
  void bodiesNestedWithoutEndAreCutAndOverflowNothing() {
    Heliograph heliograph = open(builder());
    Value<?> arrays = Value.of("core");
    Value<?> maps = Value.of("core");
    for (int i = 0; i < 100_000; i++) {
      arrays = Value.of(List.of(arrays));
      maps = Value.of(KeyValue.of("k", maps));
    }
    logger(heliograph).logRecordBuilder().setBody(arrays).emit();
    logger(heliograph).logRecordBuilder().setBody(maps).emit();
    heliograph.flush(LONG);
    assertThat(exporter.items()).hasSize(2);
    assertThat(exporter.items())
        .allSatisfy(
            record -> assertThat(depth(record.body())).isEqualTo(AttributeValues.MAX_DEPTH + 1));
  }

  private static int depth(Value<?> value) {
    int depth = 0;
    Object inner = value;
    while (inner instanceof Value<?> nested && nested.getType() != ValueType.STRING) {
      depth++;
      List<?> elements = (List<?>) nested.getValue();
      Object first = elements.isEmpty() ? null : elements.get(0);
      inner = first instanceof KeyValue pair ? pair.getValue() : first;
    }
    return depth;
  }

  @Test
  void aBodyThatThrowsWhenItIsReadIsLeftOut() {
    Heliograph heliograph = open(builder());
    logger(heliograph).logRecordBuilder().setBody(new HostileValue()).setSeverityText("x").emit();
    assertThat(exported(heliograph).body()).isNull();
  }

  private static final class HostileValue implements Value<String> {
    @Override
    public ValueType getType() {
      throw new IllegalStateException("type");
    }

    @Override
    public String getValue() {
      throw new IllegalStateException("value");
    }

    @Override
    public String asString() {
      throw new IllegalStateException("text");
    }
  }

  @Test
  void nullsChangeNothing() {
    Heliograph heliograph = open(builder());
    logger(heliograph)
        .logRecordBuilder()
        .setBody((String) null)
        .setBody((Value<?>) null)
        .setTimestamp(null)
        .setTimestamp(1, null)
        .setObservedTimestamp(null)
        .setSeverity(null)
        .setSeverityText(null)
        .setContext(null)
        .setAllAttributes(null)
        .setAttribute((AttributeKey<String>) null, "v")
        .setAttribute(KEY, null)
        .emit();
    assertThat(exported(heliograph).attributes()).isEqualTo(Attributes.empty());
    assertThat(heliograph.openTelemetry().getLogsBridge().get(null)).isNotNull();
  }

  @Test
  void timesBeforeTheEpochAndBeyondItsRangeDoNotOverflow() {
    Heliograph heliograph = open(builder());
    logger(heliograph).logRecordBuilder().setTimestamp(Instant.MIN).emit();
    logger(heliograph).logRecordBuilder().setTimestamp(Instant.MAX).emit();
    heliograph.flush(LONG);
    assertThat(exporter.items())
        .extracting(ReadableLogRecord::timestampEpochNanos)
        .containsExactly(0L, Long.MAX_VALUE);
  }

  @Test
  void keepsTheLimitsAndCountsWhatExceedsThem() {
    Heliograph heliograph =
        open(
            builder(
                "heliograph.logrecord.attribute.count.limit", "2",
                "heliograph.logrecord.attribute.value.length.limit", "3"));
    logger(heliograph)
        .logRecordBuilder()
        .setBody("bodies have no limit")
        .setAttribute(KEY, "abcdef")
        .setAttribute(AttributeKey.longKey("b"), 1L)
        .setAttribute(AttributeKey.longKey("c"), 1L)
        .emit();
    ReadableLogRecord record = exported(heliograph);
    assertThat(record.attributes().get(KEY)).isEqualTo("abc");
    assertThat(record.attributes().size()).isEqualTo(2);
    assertThat(record.droppedAttributes()).isEqualTo(1);
    assertThat(record.body()).isEqualTo(Value.of("bodies have no limit"));
  }

  @Test
  @Compliance("Logs > Can plug custom LogRecordProcessor")
  void processorsChangeARecordInTheirOrder() {
    Heliograph heliograph =
        open(
            builder()
                .logRecordProcessor(onEmit(record -> record.setAttribute(KEY, "first")))
                .logRecordProcessor(
                    onEmit(
                        record -> {
                          record.setBody(Value.of(record.attributes().get(KEY)));
                          record.setAttributes(Attributes.empty());
                          record.setEventName("e");
                          record.setSeverity(Severity.FATAL);
                          record.setTimestampEpochNanos(9);
                        })));
    logger(heliograph).logRecordBuilder().emit();
    ReadableLogRecord record = exported(heliograph);
    assertThat(record.body()).isEqualTo(Value.of("first"));
    assertThat(record.attributes().isEmpty()).isTrue();
    assertThat(record.eventName()).isEqualTo("e");
    assertThat(record.severity()).isEqualTo(Severity.FATAL);
    assertThat(record.timestampEpochNanos()).isEqualTo(9);
  }

  @Test
  void aProcessorThatThrowsStopsNeitherTheCallerNorTheOthers() {
    Heliograph heliograph =
        open(
            builder()
                .logRecordProcessor(
                    onEmit(
                        record -> {
                          throw new IllegalStateException("mine");
                        }))
                .logRecordProcessor(onEmit(record -> record.setEventName("second"))));
    logger(heliograph).logRecordBuilder().emit();
    assertThat(exported(heliograph).eventName()).isEqualTo("second");
  }

  @Test
  void whatAProcessorKeepsAndChangesLaterIsNotExported() {
    List<ReadWriteLogRecord> kept = new ArrayList<>();
    Heliograph heliograph = open(builder().logRecordProcessor(onEmit(kept::add)));
    logger(heliograph).logRecordBuilder().setBody("as emitted").emit();
    kept.get(0).setBody(Value.of("too late"));
    kept.get(0).setAttribute(KEY, "too late");
    assertThat(exported(heliograph).body()).isEqualTo(Value.of("as emitted"));
    assertThat(exporter.items().get(0).attributes().isEmpty()).isTrue();
  }

  @Test
  @Compliance("Logs > SimpleLogRecordProcessor")
  void aProcessorCanHandEachRecordToAnExporterAtOnce() {
    List<ExportResult> results = new ArrayList<>();
    Heliograph heliograph =
        open(
            Heliograph.builder()
                .settings(settings())
                .logRecordProcessor(
                    onEmit(record -> exporter.export(List.of(record.snapshot()), results::add))));
    logger(heliograph).logRecordBuilder().setBody("now").emit();
    assertThat(exporter.items()).hasSize(1);
    assertThat(results).containsExactly(ExportResult.delivered(1));
  }

  @Test
  @Compliance({"Logs > Logger.Enabled", "Logs > LogRecordProcessor.Enabled"})
  void aLoggerIsEnabledWhileSomebodyWantsItsRecords() {
    Heliograph nobody = open(Heliograph.builder().settings(settings()));
    assertThat(engineLogger(nobody).isEnabled(Severity.FATAL)).isFalse();

    Heliograph errorsOnly =
        open(Heliograph.builder().settings(settings()).logRecordProcessor(new ErrorsOnly()));
    assertThat(engineLogger(errorsOnly).isEnabled(Severity.INFO)).isFalse();
    assertThat(engineLogger(errorsOnly).isEnabled(Severity.ERROR, Context.root())).isTrue();
    assertThat(engineLogger(errorsOnly).isEnabled(null, null)).isFalse();

    Heliograph exporting = open(builder().logRecordProcessor(new ErrorsOnly()));
    assertThat(engineLogger(exporting).isEnabled(Severity.INFO)).isTrue();
    exporting.close();
    assertThat(engineLogger(exporting).isEnabled(Severity.INFO)).isFalse();
  }

  private static final class ErrorsOnly implements LogRecordProcessor {
    @Override
    public boolean enabled(
        Context context, InstrumentationScope scope, Severity severity, String eventName) {
      return severity.getSeverityNumber() >= Severity.ERROR.getSeverityNumber();
    }
  }

  @Test
  @Compliance({"Logs > LoggerProvider.ForceFlush", "Logs > LoggerProvider.Shutdown"})
  void flushAndCloseReachProcessorsAndDestinations() {
    AtomicInteger flushes = new AtomicInteger();
    AtomicInteger closes = new AtomicInteger();
    LogRecordProcessor counting =
        new LogRecordProcessor() {
          @Override
          public CompletionStage<Boolean> flush() {
            flushes.incrementAndGet();
            return CompletableFuture.completedFuture(true);
          }

          @Override
          public void close() {
            closes.incrementAndGet();
          }
        };
    Heliograph heliograph = open(builder().logRecordProcessor(counting));
    logger(heliograph).logRecordBuilder().setBody("1").emit();
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(exporter.items()).hasSize(1);
    assertThat(flushes).hasValue(1);

    logger(heliograph).logRecordBuilder().setBody("2").emit();
    heliograph.close();
    heliograph.close();
    logger(heliograph).logRecordBuilder().setBody("3").emit();
    assertThat(exporter.items()).hasSize(2);
    assertThat(closes).hasValue(1);
  }

  private HeliographBuilder builder(String... properties) {
    return Heliograph.builder().settings(settings(properties)).logExporter("memory", exporter);
  }

  private static Settings settings(String... properties) {
    Map<String, String> map = new java.util.HashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      map.put(properties[i], properties[i + 1]);
    }
    return Settings.load(PropertySource.of(map, "test"), Map.of());
  }

  private Heliograph open(HeliographBuilder builder) {
    Heliograph heliograph = builder.build();
    opened.add(heliograph);
    return heliograph;
  }

  private static Logger logger(Heliograph heliograph) {
    return heliograph.openTelemetry().getLogsBridge().get("test");
  }

  private static EngineLogger engineLogger(Heliograph heliograph) {
    return (EngineLogger) logger(heliograph);
  }

  private static LogRecordProcessor onEmit(Consumer<ReadWriteLogRecord> change) {
    return new LogRecordProcessor() {
      @Override
      public void onEmit(Context context, ReadWriteLogRecord record) {
        change.accept(record);
      }
    };
  }

  private ReadableLogRecord exported(Heliograph heliograph) {
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(exporter.items()).hasSize(1);
    return exporter.items().get(0);
  }
}
