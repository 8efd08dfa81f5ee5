package io.heliograph.internal.trace;

import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.context.EngineSpanContext;
import io.heliograph.internal.context.HexId;
import io.heliograph.internal.context.Suppression;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.heliograph.pipeline.SpanProcessor;
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
  private final String name;
  private @Nullable AttributeStore attributes;
  private @Nullable LinkStore links;
  private SpanKind kind = SpanKind.INTERNAL;
  private @Nullable Context parent;
  private SpanContext parentContext = SpanContext.getInvalid();
  private long startEpochNanos;
  private long traceIdHigh;
  private long traceIdLow;

  EngineSpanBuilder(EngineTracer tracer, String name) {
    this.tracer = tracer;
    this.name = name;
  }

  @Override
  public Span startSpan() {
    Context context = parentContext();
    Span parentSpan = Span.fromContext(context);
    parentContext = parentSpan.getSpanContext();
    if (core().stopped || Suppression.isSuppressed(context)) {
      return Span.wrap(parentContext);
    }
    takeTraceId();
    SamplingResult result = core().sample(this);
    count(result.decision());
    SpanContext spanContext = spanContext(result);
    return result.decision() == Decision.DROP
        ? Span.wrap(spanContext)
        : record(context, parentSpan, spanContext, result.attributes());
  }

  private void count(Decision decision) {
    SpanCounts counts = core().config.counts();
    if (counts != null) {
      counts.started(parentContext, decision);
    }
  }

  private Span record(
      Context context, Span parentSpan, SpanContext spanContext, Attributes samplerAttributes) {
    if (!samplerAttributes.isEmpty()) {
      attributeStore().putAll(samplerAttributes);
    }
    RecordingSpan span =
        new RecordingSpan(
            tracer, spanContext, parentSpan, name, kind, startEpochNanos, attributes, links);
    if (core().watched) {
      core().processors.each(context, span, SpanProcessor::onStart);
    }
    return span;
  }

  /** The parent's, or a new one. */
  private void takeTraceId() {
    if (parentContext instanceof EngineSpanContext local) {
      traceIdHigh = local.traceIdHigh();
      traceIdLow = local.traceIdLow();
    } else if (parentContext.isValid()) {
      String hex = parentContext.getTraceId();
      traceIdHigh = HexId.bits(hex, 0);
      traceIdLow = HexId.bits(hex, HexId.DIGITS);
    } else {
      traceIdHigh = core().ids.traceIdHigh();
      traceIdLow = core().ids.traceIdLow();
    }
  }

  private SpanContext spanContext(SamplingResult result) {
    return new EngineSpanContext(
        traceIdHigh,
        traceIdLow,
        knownTraceIdHex(),
        core().ids.spanId(),
        flags(result.decision()),
        traceState(result),
        false);
  }

  /** Of a parent that has it in any case. */
  private @Nullable String knownTraceIdHex() {
    return parentContext instanceof EngineSpanContext || !parentContext.isValid()
        ? null
        : parentContext.getTraceId();
  }

  private TracerCore core() {
    return tracer.core();
  }

  /** Sampled by the decision; random as the trace's ids are, known by its root. */
  private TraceFlags flags(Decision decision) {
    boolean random =
        parentContext.isValid()
            ? (parentContext.getTraceFlags().asByte() & RANDOM_FLAG) != 0
            : core().ids.randomTraceIds();
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
          new AttributeStore(
              core().config.limits().attributes(), core().config.limits().valueLength());
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
    LinkStore store = links == null ? new LinkStore(core().config.limits()) : links;
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
    return TraceId.fromLongs(traceIdHigh, traceIdLow);
  }

  @Override
  public long traceIdLow() {
    return traceIdLow;
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
