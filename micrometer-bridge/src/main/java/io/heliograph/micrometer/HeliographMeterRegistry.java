package io.heliograph.micrometer;

import io.heliograph.config.Settings;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionCounter;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.internal.DefaultGauge;
import io.micrometer.core.instrument.internal.DefaultLongTaskTimer;
import io.micrometer.core.instrument.internal.DefaultMeter;
import io.opentelemetry.api.OpenTelemetry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Micrometer's meters over OpenTelemetry's: what is recorded here is exported with everything else.
 *
 * <p>Names keep their dots, time is in seconds, tags are attributes. Timers and summaries are
 * histograms, with service level objectives or percentile buckets as their boundaries; percentiles
 * that Micrometer would compute itself are not exported. Meters of a kind that Heliograph owns are
 * denied here, and here only. A meter that is removed records nothing more; closing the registry
 * does the same to all, and leaves the {@link OpenTelemetry} open.
 *
 * <p>Thread-safe.
 */
public final class HeliographMeterRegistry extends MeterRegistry {

  private final MeterExport export;

  /**
   * @param settings say who owns what, see {@link io.heliograph.config.OwnedKind}
   * @param clock for the maxima that Micrometer's own readers see
   */
  public HeliographMeterRegistry(OpenTelemetry openTelemetry, Settings settings, Clock clock) {
    super(clock);
    this.export = new MeterExport(openTelemetry.getMeter(Bridge.SCOPE), this::exported);
    OwnedNames denied = OwnedNames.ofMeters(settings);
    config()
        .namingConvention(NamingConvention.identity)
        .meterFilter(MeterFilter.deny(id -> denied.contains(id.getName())))
        .onMeterRemoved(this::removed);
  }

  private ExportedId exported(Meter.Id id) {
    return ExportedId.of(id, getConventionName(id), getConventionTags(id));
  }

  private void removed(Meter meter) {
    export.forget(meter.getId());
    meter.close();
  }

  @Override
  protected TimeUnit getBaseTimeUnit() {
    return TimeUnit.SECONDS;
  }

  @Override
  protected DistributionStatisticConfig defaultHistogramConfig() {
    return DistributionStatisticConfig.DEFAULT;
  }

  @Override
  protected Counter newCounter(Meter.Id id) {
    return new ExportedCounter(id, export.counter(id), exported(id).attributes());
  }

  @Override
  protected Timer newTimer(
      Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
    return new ExportedTimer(
        id,
        new Tally(clock, config),
        pauseDetector,
        export.histogram(id, Buckets.ofTimer(config)),
        exported(id).attributes(),
        clock);
  }

  @Override
  protected DistributionSummary newDistributionSummary(
      Meter.Id id, DistributionStatisticConfig config, double scale) {
    return new ExportedSummary(
        id,
        scale,
        new Tally(clock, config),
        export.histogram(id, Buckets.ofSummary(config)),
        exported(id).attributes());
  }

  @Override
  protected <T> Gauge newGauge(Meter.Id id, @Nullable T observed, ToDoubleFunction<T> value) {
    Gauge gauge = new DefaultGauge<>(id, observed, value);
    export.observeGauge(id, "", gauge::value);
    return gauge;
  }

  @Override
  protected <T> FunctionCounter newFunctionCounter(
      Meter.Id id, T observed, ToDoubleFunction<T> value) {
    FunctionCounter counter = new CumulativeFunctionCounter<>(id, observed, value);
    export.observeCounter(id, "", counter::count);
    return counter;
  }

  @Override
  protected <T> FunctionTimer newFunctionTimer(
      Meter.Id id,
      T observed,
      ToLongFunction<T> count,
      ToDoubleFunction<T> totalTime,
      TimeUnit totalTimeUnit) {
    FunctionTimer timer =
        new CumulativeFunctionTimer<>(
            id, observed, count, totalTime, totalTimeUnit, getBaseTimeUnit());
    export.observeCounter(id.withBaseUnit(null), ".count", timer::count);
    export.observeCounter(id, ".sum", () -> timer.totalTime(getBaseTimeUnit()));
    return timer;
  }

  @Override
  protected LongTaskTimer newLongTaskTimer(Meter.Id id, DistributionStatisticConfig config) {
    LongTaskTimer timer = new DefaultLongTaskTimer(id, clock, getBaseTimeUnit(), config, false);
    export.observeUpDownCounter(id.withBaseUnit("tasks"), ".active", timer::activeTasks);
    export.observeUpDownCounter(id, ".duration", () -> timer.duration(getBaseTimeUnit()));
    export.observeGauge(id, ".max", () -> timer.max(getBaseTimeUnit()));
    return timer;
  }

  @Override
  protected Meter newMeter(Meter.Id id, Meter.Type type, Iterable<Measurement> measurements) {
    for (Measurement measurement : measurements) {
      observe(id, measurement);
    }
    return new DefaultMeter(id, type, measurements);
  }

  private void observe(Meter.Id id, Measurement measurement) {
    String suffix = "." + measurement.getStatistic().getTagValueRepresentation();
    switch (measurement.getStatistic()) {
      case TOTAL, TOTAL_TIME, COUNT -> export.observeCounter(id, suffix, measurement::getValue);
      case ACTIVE_TASKS, DURATION -> export.observeUpDownCounter(id, suffix, measurement::getValue);
      case MAX, VALUE, UNKNOWN -> export.observeGauge(id, suffix, measurement::getValue);
    }
  }

  @Override
  public void close() {
    super.close();
    export.close();
  }
}
