package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.internal.diagnostics.ThrottledLog;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentKind;
import io.heliograph.pipeline.View;
import io.heliograph.pipeline.ViewMatching;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which views make an instrument's streams. Immutable. */
record StreamPlans(List<View> views, ViewMatching matching, ThrottledLog log) {

  /** One view for each stream; without a match the one that changes nothing. */
  List<View> of(Descriptor instrument, InstrumentationScope scope) {
    List<View> matched = new ArrayList<>();
    for (View view : views) {
      if (view.selector().matches(instrument.name(), instrument.kind(), instrument.unit(), scope)
          && suits(view, instrument)) {
        matched.add(view);
      }
    }
    if (matched.isEmpty()) {
      return List.of(View.of(io.heliograph.pipeline.InstrumentSelector.named("*")));
    }
    return matching == ViewMatching.INDEPENDENT ? matched : composed(matched, instrument.name());
  }

  /** One stream for each name; views without a name are part of each. */
  private static List<View> composed(List<View> matched, String instrumentName) {
    Map<String, View> streams = new LinkedHashMap<>();
    matched.stream().filter(StreamPlans::renames).forEach(view -> streams.put(view.name(), view));
    if (streams.isEmpty()) {
      streams.put(instrumentName, matched.get(0));
    }
    streams.replaceAll(
        (name, ignored) ->
            matched.stream()
                .filter(view -> !renames(view) || name.equals(view.name()))
                .reduce(ComposedView::compose)
                .orElse(ignored));
    return List.copyOf(streams.values());
  }

  private static boolean renames(View view) {
    return view.name() != null;
  }

  private boolean suits(View view, Descriptor instrument) {
    boolean suits = suits(view.aggregation(), instrument.kind());
    if (!suits) {
      log.warn(
          "view for " + instrument.name(),
          () ->
              "Heliograph: a view's aggregation does not suit the "
                  + instrument.text()
                  + "; the view is ignored",
          null);
    }
    return suits;
  }

  /** Whether the aggregation makes sense of the instrument's values. */
  static boolean suits(Aggregation aggregation, InstrumentKind kind) {
    if (aggregation instanceof Aggregation.Sum) {
      return !kind.isGauge();
    }
    if (aggregation instanceof Aggregation.LastValue) {
      return kind.isGauge();
    }
    return aggregation instanceof Aggregation.Default
        || aggregation instanceof Aggregation.Drop
        || kind == InstrumentKind.COUNTER
        || kind == InstrumentKind.HISTOGRAM;
  }
}
