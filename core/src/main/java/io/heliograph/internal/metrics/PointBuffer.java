package io.heliograph.internal.metrics;

import io.heliograph.export.Exemplar;
import io.heliograph.export.MetricPoint;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A point that is filled at a collection, and again at a later one if nobody keeps it. */
abstract class PointBuffer implements MetricPoint {

  private final ArrayList<Exemplar> exemplars = new ArrayList<>(0);
  private final List<Exemplar> view = Collections.unmodifiableList(exemplars);
  private Attributes attributes = Attributes.empty();
  private long startEpochNanos;
  private long epochNanos;

  /** Empties it for a series. */
  final void begin(Attributes attributes, long startEpochNanos, long epochNanos) {
    this.attributes = attributes;
    this.startEpochNanos = startEpochNanos;
    this.epochNanos = Math.max(epochNanos, startEpochNanos);
    exemplars.clear();
    clear();
  }

  abstract void clear();

  /** Where the series' exemplars go. */
  final List<Exemplar> exemplarSink() {
    return exemplars;
  }

  /**
   * A measurement that is taken while the collection is, or before the wall clock was set, is of
   * this point by what it counts for, and not by its time, which readers of the point go by.
   */
  final void fitExemplars() {
    for (int i = 0; i < exemplars.size(); i++) {
      Exemplar each = exemplars.get(i);
      long fitting = Math.max(startEpochNanos, Math.min(each.epochNanos(), epochNanos));
      if (fitting != each.epochNanos()) {
        exemplars.set(
            i, new Exemplar(each.value(), fitting, each.spanContext(), each.filteredAttributes()));
      }
    }
  }

  @Override
  public final Attributes attributes() {
    return attributes;
  }

  @Override
  public final long startEpochNanos() {
    return startEpochNanos;
  }

  @Override
  public final long epochNanos() {
    return epochNanos;
  }

  @Override
  public final List<Exemplar> exemplars() {
    return view;
  }
}
