package io.heliograph.internal.metrics;

import io.heliograph.export.Exemplar;
import io.heliograph.internal.otlp.KeptBytes;
import io.heliograph.internal.otlp.SeriesPoint;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A point that is filled at a collection, and again at a later one if nobody keeps it. */
abstract class PointBuffer implements SeriesPoint {

  /** Null as long as there are none: most series of most programs never have one. */
  private @Nullable ArrayList<Exemplar> exemplars;

  private Attributes attributes = Attributes.empty();
  private KeptBytes attributeBytes = new KeptBytes();
  private long startEpochNanos;
  private long epochNanos;

  /** Empties it for a series. */
  final void begin(
      Attributes attributes, KeptBytes attributeBytes, long startEpochNanos, long epochNanos) {
    this.attributes = attributes;
    this.attributeBytes = attributeBytes;
    this.startEpochNanos = startEpochNanos;
    this.epochNanos = Math.max(epochNanos, startEpochNanos);
    if (exemplars != null) {
      exemplars.clear();
    }
    clear();
  }

  abstract void clear();

  /** Where the series' exemplars go. */
  final List<Exemplar> exemplarSink() {
    if (exemplars == null) {
      exemplars = new ArrayList<>();
    }
    return exemplars;
  }

  /**
   * A measurement that is taken while the collection is, or before the wall clock was set, is of
   * this point by what it counts for, and not by its time, which readers of the point go by.
   */
  final void fitExemplars() {
    List<Exemplar> all = exemplarSink();
    for (int i = 0; i < all.size(); i++) {
      Exemplar each = all.get(i);
      long fitting = Math.max(startEpochNanos, Math.min(each.epochNanos(), epochNanos));
      if (fitting != each.epochNanos()) {
        all.set(
            i, new Exemplar(each.value(), fitting, each.spanContext(), each.filteredAttributes()));
      }
    }
  }

  @Override
  public final Attributes attributes() {
    return attributes;
  }

  @Override
  public final KeptBytes attributeBytes() {
    return attributeBytes;
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
    return exemplars == null ? List.of() : Collections.unmodifiableList(exemplars);
  }
}
