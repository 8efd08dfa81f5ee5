package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricType;
import io.heliograph.export.Resource;
import io.heliograph.export.Temporality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A stream's points of one collection, and those of an earlier one, to be filled again. */
final class StreamData<P extends PointBuffer> implements MetricData {

  private final StreamSpec stream;
  private final MetricType type;
  private final Supplier<P> factory;
  private final ArrayList<P> points = new ArrayList<>();
  private final ArrayList<P> spare = new ArrayList<>();
  private final List<P> view = Collections.unmodifiableList(points);

  StreamData(StreamSpec stream, MetricType type, Supplier<P> factory) {
    this.stream = stream;
    this.type = type;
    this.factory = factory;
  }

  /** Empties it. */
  void begin() {
    spare.addAll(points);
    points.clear();
  }

  /** A point to fill, which belongs to the collection from now on. */
  P next() {
    P point = spare.isEmpty() ? factory.get() : spare.remove(spare.size() - 1);
    points.add(point);
    return point;
  }

  /** Takes the last point back. */
  void withdraw() {
    spare.add(points.remove(points.size() - 1));
  }

  @Override
  public Resource resource() {
    return stream.resource();
  }

  @Override
  public InstrumentationScope instrumentationScope() {
    return stream.scope();
  }

  @Override
  public String name() {
    return stream.name();
  }

  @Override
  public String description() {
    return stream.description();
  }

  @Override
  public String unit() {
    return stream.unit();
  }

  @Override
  public MetricType type() {
    return type;
  }

  @Override
  public Temporality temporality() {
    return stream.temporality();
  }

  @Override
  public boolean monotonic() {
    return type == MetricType.SUM && stream.monotonic();
  }

  @Override
  public List<P> points() {
    return view;
  }

  @Override
  public String toString() {
    return name() + points;
  }
}
