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
