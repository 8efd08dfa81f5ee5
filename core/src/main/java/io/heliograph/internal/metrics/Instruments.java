package io.heliograph.internal.metrics;

import io.heliograph.pipeline.BindableInstrument;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The API's synchronous instruments, each a name for a recorder. All are thread-safe and take a
 * null for attributes as none, and for a context as the current one.
 */
final class Instruments {

  private Instruments() {}

  record OfLongCounter(Recorder recorder) implements LongCounter, BindableInstrument {
    @Override
    public void add(long value) {
      recorder.record(value, null, null);
    }

    @Override
    public void add(long value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void add(long value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }

  record OfDoubleCounter(Recorder recorder) implements DoubleCounter, BindableInstrument {
    @Override
    public void add(double value) {
      recorder.record(value, null, null);
    }

    @Override
    public void add(double value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void add(double value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }

  record OfLongUpDownCounter(Recorder recorder) implements LongUpDownCounter, BindableInstrument {
    @Override
    public void add(long value) {
      recorder.record(value, null, null);
    }

    @Override
    public void add(long value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void add(long value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }

  record OfDoubleUpDownCounter(Recorder recorder)
      implements DoubleUpDownCounter, BindableInstrument {
    @Override
    public void add(double value) {
      recorder.record(value, null, null);
    }

    @Override
    public void add(double value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void add(double value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }

  record OfLongHistogram(Recorder recorder) implements LongHistogram, BindableInstrument {
    @Override
    public void record(long value) {
      recorder.record(value, null, null);
    }

    @Override
    public void record(long value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void record(long value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }

  record OfDoubleHistogram(Recorder recorder) implements DoubleHistogram, BindableInstrument {
    @Override
    public void record(double value) {
      recorder.record(value, null, null);
    }

    @Override
    public void record(double value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void record(double value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }

  record OfLongGauge(Recorder recorder) implements LongGauge, BindableInstrument {
    @Override
    public void set(long value) {
      recorder.record(value, null, null);
    }

    @Override
    public void set(long value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void set(long value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }

  record OfDoubleGauge(Recorder recorder) implements DoubleGauge, BindableInstrument {
    @Override
    public void set(double value) {
      recorder.record(value, null, null);
    }

    @Override
    public void set(double value, @Nullable Attributes attributes) {
      recorder.record(value, attributes, null);
    }

    @Override
    public void set(double value, @Nullable Attributes attributes, @Nullable Context context) {
      recorder.record(value, attributes, context);
    }

    @Override
    public Bound bind(Attributes attributes) {
      return recorder.bind(attributes);
    }
  }
}
