package io.heliograph.pipeline;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;

/**
 * A synchronous instrument that records to a fixed set of attributes without naming them each time,
 * for which the OpenTelemetry API has no method yet. Every synchronous instrument of Heliograph is
 * one. Thread-safe.
 */
public interface BindableInstrument {

  /** The instrument with these attributes. */
  Bound bind(Attributes attributes);

  /** Takes values for one set of attributes. Thread-safe. */
  interface Bound {

    /** Records a whole number. */
    void record(long value);

    /** Records; the fraction is cut off if the instrument takes whole numbers. */
    void record(double value);

    /** The same, of what happened in a context that need not be the current one. */
    void record(double value, Context context);
  }
}
