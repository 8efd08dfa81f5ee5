package io.heliograph.internal.trace;

import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.context.Suppression;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a span starts with, asks the sampler, and starts it.
 *
 * <p>It is also what the sampler looks at, which saves the copy that most samplers never read. Not
 * thread-safe, as the API has it.
 */
final class EngineSpanBuilder implements SpanBuilder, SamplingInput {

  private static final byte RANDOM_FLAG = 0x02;

  private final EngineTracer tracer;
  private final TracerCore core;
  private final String name;
  private @Nullable AttributeStore attributes;
  private @Nullable LinkStore links;
  private SpanKind kind = SpanKind.INTERNAL;
  private @Nullable Context parent;
  private SpanContext parentContext = SpanContext.getInvalid();
  private @Nullable Ids ids;
  private long startEpochNanos;

  EngineSpanBuilder(EngineTracer tracer, String name) {
    this.tracer = tracer;
    this.core = tracer.core();
    this.name = name;
  }

  @Override
  public Span startSpan() {
    Context context = parentContext();
    Span parentSpan = Span.fromContext(context);
    parentContext = parentSpan.getSpanContext();
    if (core.stopped || Suppression.isSuppressed(context)) {
      return Span.wrap(parentContext);
    }
    Ids newIds = newIds();
    ids = newIds;
    SamplingResult result = core.sample(this);
    SpanContext spanContext = newIds.toContext(flags(result.decision()), traceState(result));
    return result.decision() == Decision.DROP
        ? Span.wrap(spanContext)
        : record(context, parentSpan, spanContext, result.attributes());
  }

  private Span record(
      Context context, Span parentSpan, SpanContext spanContext, Attributes samplerAttributes) {
    AttributeStore store = attributeStore();
    store.putAll(samplerAttributes);
    SpanTime time = SpanTime.start(core.config.clock(), parentSpan, startEpochNanos);
    RecordingSpan span =
        new RecordingSpan(tracer, spanContext, parentContext, name, kind, time, store, links);
    core.processors.onStart(context, span);
    return span;
  }

  private Ids newIds() {
    return parentContext.isValid()
        ? Ids.child(parentContext, core.config.idGenerator(), core.config.faults())
        : Ids.root(core.config.idGenerator(), core.config.faults());
  }

  /** Sampled by the decision; random as the trace's ids are, known by its root. */
  private TraceFlags flags(Decision decision) {
    boolean random =
        parentContext.isValid()
            ? (parentContext.getTraceFlags().asByte() & RANDOM_FLAG) != 0
            : core.config.idGenerator().randomTraceIds();
    int sampled = decision == Decision.RECORD_AND_SAMPLE ? 1 : 0;
    return TraceFlags.fromByte((byte) (sampled | (random ? RANDOM_FLAG : 0)));
  }

  private TraceState traceState(SamplingResult result) {
    TraceState changed = result.traceState();
    return changed == null ? parentContext.getTraceState() : changed;
  }

  private AttributeStore attributeStore() {
    AttributeStore store = attributes;
    if (store == null) {
      store =
          new AttributeStore(core.config.limits().attributes(), core.config.limits().valueLength());
      attributes = store;
    }
    return store;
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
    LinkStore store = links == null ? new LinkStore(core.config.limits()) : links;
    store.add(spanContext, linkAttributes);
    links = store;
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
    attributeStore().put(key, value);
    return this;
  }

  @Override
  public SpanBuilder setSpanKind(@Nullable SpanKind spanKind) {
    kind = spanKind == null ? kind : spanKind;
    return this;
  }

  @Override
  public SpanBuilder setStartTimestamp(long startTimestamp, @Nullable TimeUnit unit) {
    startEpochNanos = unit == null ? 0 : Math.max(0, unit.toNanos(startTimestamp));
    return this;
  }

  @Override
  public Context parentContext() {
    return parent == null ? Context.current() : parent;
  }

  @Override
  public SpanContext parentSpanContext() {
    return parentContext;
  }

  @Override
  public String traceId() {
    Ids known = startedIds();
    return TraceId.fromLongs(known.traceIdHigh(), known.traceIdLow());
  }

  @Override
  public long traceIdLow() {
    return startedIds().traceIdLow();
  }

  private Ids startedIds() {
    Ids known = ids;
    if (known == null) {
      throw new IllegalStateException("A sampling input is valid only while a span starts.");
    }
    return known;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SpanKind kind() {
    return kind;
  }

  @Override
  public Attributes attributes() {
    return attributes == null ? Attributes.empty() : attributes.view();
  }

  @Override
  public List<SpanLink> links() {
    return links == null ? List.of() : links.view();
  }
}
