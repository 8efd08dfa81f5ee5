package io.heliograph.internal.trace;

import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.attributes.PreparedAttributes;
import io.heliograph.internal.attributes.SpanAttributes;
import io.heliograph.pipeline.SpanLimits;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Collects what a span starts with. Not thread-safe, as the API has it. */
final class EngineSpanBuilder implements SpanBuilder {

  private final EngineTracer tracer;
  private final String name;
  private @Nullable SpanAttributes attributes;
  private @Nullable Parts<SpanLink> links;
  private SpanKind kind = SpanKind.INTERNAL;
  private @Nullable Context parent;

  /** Boxed, as hardly anybody gives it and a builder is made for each span. */
  private @Nullable Long startEpochNanos;

  EngineSpanBuilder(EngineTracer tracer, String name) {
    this.tracer = tracer;
    this.name = name;
  }

  /** What was collected is the span's alone from now on: another span starts without it. */
  @Override
  public Span startSpan() {
    SpanAttributes spansAttributes = attributes;
    Parts<SpanLink> spansLinks = links;
    attributes = null;
    links = null;
    return SpanStart.start(
        tracer,
        parent == null ? Context.current() : parent,
        name,
        kind,
        startEpochNanos == null ? 0 : startEpochNanos,
        spansAttributes,
        spansLinks);
  }

  @Override
  public SpanBuilder setParent(@Nullable Context context) {
    parent = context == null ? parent : context;
    return this;
  }

  @Override
  public SpanBuilder setNoParent() {
    parent = Context.root();
    return this;
  }

  @Override
  public SpanBuilder addLink(@Nullable SpanContext spanContext) {
    return addLink(spanContext, Attributes.empty());
  }

  @Override
  public SpanBuilder addLink(
      @Nullable SpanContext spanContext, @Nullable Attributes linkAttributes) {
    if (spanContext != null && spanContext.isValid()) {
      SpanLimits limits = tracer.core().config.limits();
      links = links == null ? new Parts<>(limits.links()) : links;
      links.add(Part.link(limits, spanContext, linkAttributes));
    }
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, @Nullable String value) {
    return setAttribute(AttributeKey.stringKey(key), value);
  }

  @Override
  public SpanBuilder setAttribute(String key, long value) {
    return setAttribute(AttributeKey.longKey(key), (Long) value);
  }

  @Override
  public SpanBuilder setAttribute(String key, double value) {
    return setAttribute(AttributeKey.doubleKey(key), value);
  }

  @Override
  public SpanBuilder setAttribute(String key, boolean value) {
    return setAttribute(AttributeKey.booleanKey(key), value);
  }

  @Override
  public <T> SpanBuilder setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    AttributeStore store = tracer.ownAttributes(attributes);
    store.put(key, value, tracer.core().config.limits().valueLength());
    attributes = store;
    return this;
  }

  /** Shares those that are prepared, as long as there are no others. */
  @Override
  public SpanBuilder setAllAttributes(@Nullable Attributes all) {
    if (attributes == null && all instanceof PreparedAttributes shared && tracer.takes(shared)) {
      attributes = shared;
    } else if (all != null && !all.isEmpty()) {
      AttributeStore store = tracer.ownAttributes(attributes);
      store.putAll(all, tracer.core().config.limits().valueLength());
      attributes = store;
    }
    return this;
  }

  @Override
  public SpanBuilder setSpanKind(@Nullable SpanKind spanKind) {
    kind = spanKind == null ? kind : spanKind;
    return this;
  }

  @Override
  public SpanBuilder setStartTimestamp(long startTimestamp, @Nullable TimeUnit unit) {
    startEpochNanos = unit == null ? null : Math.max(0, unit.toNanos(startTimestamp));
    return this;
  }
}
