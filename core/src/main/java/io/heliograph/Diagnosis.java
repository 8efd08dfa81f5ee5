package io.heliograph;

import io.heliograph.config.EffectiveSetting;
import io.heliograph.config.Settings;
import io.heliograph.internal.diagnostics.DeliveryHistory;
import io.heliograph.internal.diagnostics.DeliveryHistory.Failure;
import io.heliograph.internal.diagnostics.DeliveryHistory.Seen;
import io.heliograph.internal.diagnostics.Faults;
import io.heliograph.internal.pipeline.Batcher;
import io.heliograph.internal.pipeline.Destination;
import io.heliograph.internal.pipeline.Ledger;
import io.heliograph.pipeline.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at an engine from outside. */
record Diagnosis(
    Settings settings,
    Map<String, String> engine,
    StartUp startUp,
    List<SignalPipeline> signals,
    Faults faults,
    Clock clock) {

  Diagnostics now() {
    return with(settings.effective());
  }

  /**
   * The same for a summary, which shows no settings: what is secret in them is masked each time.
   */
  Diagnostics withoutSettings() {
    return with(List.of());
  }

  private Diagnostics with(List<EffectiveSetting> effective) {
    List<DestinationDiagnostics> destinations = new ArrayList<>();
    for (SignalPipeline signal : signals) {
      for (Destination<?> destination : signal.destinations().all()) {
        destinations.add(destination(destination));
      }
    }
    return new Diagnostics(
        together(destinations),
        engine,
        startUp.coverage(),
        List.copyOf(destinations),
        faults.counts(),
        effective);
  }

  private static Health together(List<DestinationDiagnostics> destinations) {
    List<String> problems = new ArrayList<>();
    for (DestinationDiagnostics destination : destinations) {
      problems.addAll(destination.health().problems());
    }
    return new Health(List.copyOf(problems));
  }

  List<DestinationStatus> ledgers() {
    return signals.stream()
        .flatMap(signal -> signal.destinations().all().stream())
        .map(destination -> ledger(destination.batcher()))
        .toList();
  }

  private static DestinationStatus ledger(Batcher<?> batcher) {
    Ledger.Snapshot ledger = batcher.ledger();
    return new DestinationStatus(
        batcher.options().signal(),
        batcher.options().name(),
        ledger.offered(),
        ledger.delivered(),
        ledger.dropped(),
        batcher.buffered());
  }

  private DestinationDiagnostics destination(Destination<?> destination) {
    Seen seen = destination.history().seen();
    DestinationStatus ledger = ledger(destination.batcher());
    String place = destination.target().place();
    return new DestinationDiagnostics(
        ledger,
        destination.target().type(),
        place,
        queue(destination.batcher()),
        destination.possibleDuplicates().getAsLong(),
        time(seen.lastSuccess()),
        failure(seen.lastFailure()),
        HealthRule.judge(ledger, place, seen, clock.nanoTime()));
  }

  private static DestinationDiagnostics.Queue queue(Batcher<?> batcher) {
    return new DestinationDiagnostics.Queue(
        batcher.queued(),
        batcher.inFlight(),
        batcher.bufferedBytes(),
        batcher.options().maxQueueItems(),
        batcher.options().maxQueueBytes());
  }

  private static @Nullable Instant time(DeliveryHistory.@Nullable Moment moment) {
    return moment == null ? null : HealthRule.time(moment);
  }

  private static DestinationDiagnostics.@Nullable Failure failure(@Nullable Failure failure) {
    return failure == null
        ? null
        : new DestinationDiagnostics.Failure(HealthRule.time(failure.at()), failure.text());
  }
}
