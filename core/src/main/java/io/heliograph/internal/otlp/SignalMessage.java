package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.Resource;

/**
 * All that differs between the signals' requests: the item itself and two names.
 *
 * <p>Field numbers around the item are the same for spans, log records and metrics.
 *
 * @param <T> the item
 */
interface SignalMessage<T> {

  /** The request's field with one entry a resource, 1 for every signal. */
  Field resources();

  /** The field with one entry a scope, 2 for every signal. */
  Field scopes();

  /** The field with the items, 2 for every signal. */
  Field items();

  Resource resource(T item);

  InstrumentationScope scope(T item);

  /** Writes the item's fields. */
  void write(MessageWriter out, T item);
}
