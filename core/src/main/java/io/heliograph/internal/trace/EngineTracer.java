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

  /** Room for as many attributes as other spans of this tracer had, which are of the same kind. */
  private AttributeStore newAttributes() {
    return new AttributeStore(core.config.limits().attributes(), expectedAttributes);
  }

  /** The same, and those that it has so far in it. */
  AttributeStore ownAttributes(@Nullable SpanAttributes known) {
    if (known instanceof AttributeStore own) {
      return own;
    }
    return known instanceof PreparedAttributes shared
        ? new AttributeStore(core.config.limits().attributes(), expectedAttributes, shared)
        : newAttributes();
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
