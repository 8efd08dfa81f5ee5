package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.MetricData;
import io.heliograph.export.MetricType;
import io.heliograph.export.Resource;
import io.heliograph.export.Temporality;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Supplier;

/** A stream's points of one collection, and those of an earlier one, to be filled again. */
final class StreamData<P extends PointBuffer> implements MetricData {

  private final StreamSpec stream;
  private final MetricType type;
  private final Supplier<P> factory;

  /** Those of this collection, and behind them those that it has no use for. */
  private final ArrayList<P> made = new ArrayList<>();

  private int used;
  private final List<P> points = new Points();

  StreamData(StreamSpec stream, MetricType type, Supplier<P> factory) {
    this.stream = stream;
    this.type = type;
    this.factory = factory;
  }

  /** Empties it. */
  void begin() {
    used = 0;
  }

  /** A point to fill, which belongs to the collection from now on. */
  P next() {
    if (used == made.size()) {
      made.add(factory.get());
    }
    return made.get(used++);
  }

  /** Takes the last point back. */
  void withdraw() {
    used--;
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
    return points;
  }

  @Override
  public String toString() {
    return name() + points;
  }

  private final class Points extends AbstractList<P> implements RandomAccess {

    @Override
    public P get(int index) {
      return made.get(Objects.checkIndex(index, used));
    }

    @Override
    public int size() {
      return used;
    }
  }
}
