package io.heliograph.internal.trace;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.attributes.PreparedAttributes;
import io.heliograph.internal.attributes.SpanAttributes;
import io.heliograph.pipeline.SpanLimits;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** The tracer of one scope. Thread-safe. */
final class EngineTracer implements Tracer {

  private static final int MOST_EXPECTED = 32;

  private final TracerCore core;
  private final InstrumentationScope scope;

  /** The most attributes that a span of this tracer had. Racy on purpose: it is only a guess. */
  private int expectedAttributes = 4;

  EngineTracer(TracerCore core, InstrumentationScope scope) {
    this.core = core;
    this.scope = scope;
  }

  TracerCore core() {
    return core;
  }

  InstrumentationScope scope() {
    return scope;
  }

  @Override
  public SpanBuilder spanBuilder(@Nullable String spanName) {
    return new EngineSpanBuilder(this, SpanNames.orPlaceholder(spanName));
  }

  /** Those that it has, to be added to. */
  AttributeStore ownAttributes(@Nullable SpanAttributes known) {
    return known instanceof AttributeStore own ? own : newAttributes(known);
  }

  /** Room for as many attributes as other spans of this tracer had, which are of the same kind. */
  private AttributeStore newAttributes(@Nullable SpanAttributes known) {
    int most = core.config.limits().attributes();
    return known instanceof PreparedAttributes shared
        ? new AttributeStore(most, expectedAttributes, shared)
        : new AttributeStore(most, expectedAttributes);
  }

  /** Whether a span may have them as they are. */
  boolean takes(PreparedAttributes shared) {
    SpanLimits limits = core.config.limits();
    return shared.fit(limits.attributes(), limits.valueLength());
  }

  /** Learns how many attributes a span had in the end. */
  void learn(SpanAttributes attributes) {
    int size = attributes.size();
    if (size > expectedAttributes && size <= MOST_EXPECTED) {
      expectedAttributes = size;
    }
  }
}
