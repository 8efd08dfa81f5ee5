package io.heliograph.internal.trace;

import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.attributes.SpanAttributes;
import io.heliograph.internal.context.EngineSpanContext;
import io.heliograph.internal.context.HexId;
import io.heliograph.internal.context.RootContext;
import io.heliograph.internal.context.Suppression;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span that is about to start: asks the sampler, for which it is also the input, and starts it.
 *
 * <p>Why not the builder itself: what is handed to {@link #start} as single values leaves the
 * compiler free never to make the builder, and what is made in there and goes no further never to
 * make this object.
 */
final class SpanStart implements SamplingInput {

  private static final byte RANDOM_FLAG = 0x02;

  private final TracerCore core;
  private final Context parentContext;
  private final SpanContext parent;
  private final String name;
  private final SpanKind kind;
  private final @Nullable SpanAttributes attributes;
  private final @Nullable Parts<SpanLink> links;

  /**
   * The trace's id as bits, as {@link #traceIdHex} or as both; bits of 0 are not known. A new trace
   * has none until somebody asks.
   */
  private long traceIdHigh;

  private long traceIdLow;
  private final @Nullable String traceIdHex;

  private SpanStart(
      TracerCore core,
      Context parentContext,
      SpanContext parent,
      String name,
      SpanKind kind,
      @Nullable SpanAttributes attributes,
      @Nullable Parts<SpanLink> links) {
    this.core = core;
    this.parentContext = parentContext;
    this.parent = parent;
    this.name = name;
    this.kind = kind;
    this.attributes = attributes;
    this.links = links;
    if (!parent.isValid()) {
      this.traceIdHex = null;
      return;
    }
    SpanContext ids = parent instanceof DroppedRoot root ? root.drawn() : parent;
    if (ids instanceof EngineSpanContext known && !known.isHexOnly()) {
      this.traceIdHigh = known.traceIdHigh();
      this.traceIdLow = known.traceIdLow();
      this.traceIdHex = known.knownTraceIdHex();
    } else {
      this.traceIdHex = ids.getTraceId();
    }
  }

  private boolean hasNoTraceId() {
    return (traceIdHigh | traceIdLow) == 0 && traceIdHex == null;
  }

  private void drawTraceId() {
    if (hasNoTraceId()) {
      traceIdHigh = core.ids.traceIdHigh();
      traceIdLow = core.ids.traceIdLow();
    }
  }

  /**
   * Starts a span, or makes one that does not record.
   *
   * @param startEpochNanos the caller's own start in nanoseconds since the epoch, 0 if none
   */
  static Span start(
      EngineTracer tracer,
      Context context,
      String name,
      SpanKind kind,
      long startEpochNanos,
      @Nullable SpanAttributes attributes,
      @Nullable Parts<SpanLink> links) {
    TracerCore core = tracer.core();
    Span parentSpan = parentOf(context);
    SpanContext parent = parentSpan.getSpanContext();
    if (core.stopped || Suppression.isSuppressed(context)) {
      return Span.wrap(parent);
    }
    SpanStart start = new SpanStart(core, context, parent, name, kind, attributes, links);
    SamplingResult result = core.sample(start);
    if (result.decision() == Decision.DROP) {
      Span dropped = start.unrecorded(result);
      core.countStart(parent, Decision.DROP);
      return dropped;
    }
    SpanContext spanContext = start.spanContext(result);
    core.countStart(parent, result.decision());
    RecordingSpan span =
        new RecordingSpan(
            tracer,
            spanContext,
            parentSpan,
            parent,
            name,
            kind,
            startEpochNanos,
            withSamplers(attributes, result.attributes(), tracer),
            links);
    if (core.watched) {
      core.processors.each(context, span, SpanProcessor::onStart);
    }
    return span;
  }

  /** Nothing is looked up in the root context: below it the compiler then knows the parent. */
  private static Span parentOf(Context context) {
    return RootContext.is(context) ? Span.getInvalid() : Span.fromContext(context);
  }

  private static @Nullable SpanAttributes withSamplers(
      @Nullable SpanAttributes attributes, Attributes samplers, EngineTracer tracer) {
    if (samplers.isEmpty()) {
      return attributes;
    }
    AttributeStore store = tracer.ownAttributes(attributes);
    store.putAll(samplers, tracer.core().config.limits().valueLength());
    return store;
  }

  private SpanContext spanContext(SamplingResult result) {
    drawTraceId();
    return new EngineSpanContext(
        traceIdHigh,
        traceIdLow,
        traceIdHex,
        core.ids.spanId(),
        flags(result.decision()),
        traceState(result),
        false);
  }

  private Span unrecorded(SamplingResult result) {
    TraceFlags flags = flags(Decision.DROP);
    TraceState state = traceState(result);
    return hasNoTraceId()
        ? new DroppedRoot(core.ids, flags, state)
        : new DroppedSpan(traceIdHigh, traceIdLow, traceIdHex, core.ids.spanId(), flags, state);
  }

  private TraceState traceState(SamplingResult result) {
    TraceState changed = result.traceState();
    return changed == null ? parent.getTraceState() : changed;
  }

  /** Sampled by the decision; random as the trace's ids are, known by its root. */
  private TraceFlags flags(Decision decision) {
    boolean random =
        parent.isValid()
            ? (parent.getTraceFlags().asByte() & RANDOM_FLAG) != 0
            : core.ids.randomTraceIds;
    int sampled = decision == Decision.RECORD_AND_SAMPLE ? 1 : 0;
    return TraceFlags.fromByte((byte) (sampled | (random ? RANDOM_FLAG : 0)));
  }

  @Override
  public Context parentContext() {
    return parentContext;
  }

  @Override
  public SpanContext parentSpanContext() {
    return parent;
  }

  @Override
  public String traceId() {
    drawTraceId();
    return traceIdHex == null ? TraceId.fromLongs(traceIdHigh, traceIdLow) : traceIdHex;
  }

  @Override
  public long traceIdLow() {
    drawTraceId();
    boolean hexOnly = (traceIdHigh | traceIdLow) == 0;
    return hexOnly && traceIdHex != null ? HexId.bits(traceIdHex, HexId.DIGITS) : traceIdLow;
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
