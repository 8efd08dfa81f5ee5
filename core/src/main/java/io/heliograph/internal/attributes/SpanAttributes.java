package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.Attributes;

/** What a span has of attributes: its own, or those it shares as long as it adds none. */
public sealed interface SpanAttributes permits AttributeStore, PreparedAttributes {

  /** Those that are there now; later writes do not show in it. */
  Attributes view();

  /** The same of those that nobody writes any more; writes nothing itself. */
  Attributes lastView();

  int size();

  /** Attributes that found no room. */
  int dropped();

  /** Roughly the heap that was written so far. */
  int estimatedBytes();
}
