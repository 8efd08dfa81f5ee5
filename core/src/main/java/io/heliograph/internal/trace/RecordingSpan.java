package io.heliograph.internal.trace;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.Resource;
import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeValues;
import io.heliograph.internal.attributes.ExceptionAttributes;
import io.heliograph.internal.attributes.PlainKey;
import io.heliograph.internal.attributes.PreparedAttributes;
import io.heliograph.internal.attributes.SpanAttributes;
import io.heliograph.internal.pipeline.Sized;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.SpanLimits;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span that records. After its end it is, unchanged and uncopied, the record that is exported.
 *
 * <p>One lock guards all mutable state, see {@link SpanPhase}. No foreign code runs under it.
 * Single values are read without it: the exporter has them from the queue, which publishes them,
 * and who looks at an open span sees one moment or another in any case.
 */
final class RecordingSpan extends SpanContents implements ReadWriteSpan, EngineSpan, Sized {

  private static final long FIXED_BYTES = 256;

  private final EngineTracer tracer;
  private final SpanContext spanContext;
  private final SpanContext parentSpanContext;
  private final SpanKind kind;
  private final long startEpochNanos;
  private final long clockOffset;

  private String name;
  private long endEpochNanos;
  private SpanStatus status = SpanStatus.UNSET;

  /**
   * Starts a span.
   *
   * <p>The local root takes the wall clock's offset once; everything below it adds to that anchor,
   * so that a clock that jumps neither makes a duration negative nor moves a child out of its
   * parent.
   *
   * @param explicitStart the caller's own start in nanoseconds since the epoch, 0 if none
   */
  RecordingSpan(
      EngineTracer tracer,
      SpanContext spanContext,
      Span parent,
      SpanContext parentSpanContext,
      String name,
      SpanKind kind,
      long explicitStart,
      @Nullable SpanAttributes attributes,
      @Nullable Parts<SpanLink> links) {
    super(attributes, links);
    this.tracer = tracer;
    this.spanContext = spanContext;
    this.parentSpanContext = parentSpanContext;
    this.name = name;
    this.kind = kind;
    Clock clock = tracer.core().config.clock();
    long now = clock.nanoTime();
    this.clockOffset =
        parent instanceof RecordingSpan local ? local.clockOffset : clock.epochOffset(now);
    this.startEpochNanos = explicitStart > 0 ? explicitStart : now + clockOffset;
  }

  @Override
  public <T> Span setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    AttributeKey<?> plain = PlainKey.of(key);
    if (plain != null && value != null) {
      Object kept = AttributeValues.limit(value, limits().valueLength());
      put(tracer, plain, kept, AttributeValues.textLength(kept));
    }
    return this;
  }

  private SpanLimits limits() {
    return tracer.core().config.limits();
  }

  @Override
  public Span addEvent(@Nullable String eventName, @Nullable Attributes eventAttributes) {
    return addEvent(eventName, eventAttributes, now());
  }

  @Override
  public Span addEvent(
      @Nullable String eventName,
      @Nullable Attributes eventAttributes,
      long timestamp,
      @Nullable TimeUnit unit) {
    return addEvent(eventName, eventAttributes, unit == null ? now() : unit.toNanos(timestamp));
  }

  private Span addEvent(
      @Nullable String eventName, @Nullable Attributes eventAttributes, long epochNanos) {
    if (eventName != null && isRecording()) {
      SpanLimits limits = limits();
      add(Part.event(limits, eventName, epochNanos, eventAttributes), limits.events());
    }
    return this;
  }

  /** An unset status changes nothing. */
  @Override
  public Span setStatus(@Nullable StatusCode code, @Nullable String description) {
    int phase = code == null || code == StatusCode.UNSET ? ENDED : lockToWrite();
    if (code != null && phase != ENDED) {
      status = status.followedBy(code, description);
      unlock(phase);
    }
    return this;
  }

  @Override
  public Span recordException(@Nullable Throwable thrown, @Nullable Attributes additional) {
    if (thrown != null && isRecording()) {
      Attributes extra = additional == null ? Attributes.empty() : additional;
      addEvent(ExceptionAttributes.EVENT_NAME, ExceptionAttributes.of(thrown, extra));
    }
    return this;
  }

  @Override
  public Span updateName(@Nullable String newName) {
    int phase = newName == null ? ENDED : lockToWrite();
    if (phase != ENDED) {
      name = SpanNames.orPlaceholder(newName);
      unlock(phase);
    }
    return this;
  }

  @Override
  public Span addLink(@Nullable SpanContext linked) {
    return addLink(linked, Attributes.empty());
  }

  @Override
  public Span addLink(@Nullable SpanContext linked, @Nullable Attributes linkAttributes) {
    if (linked != null && linked.isValid() && isRecording()) {
      SpanLimits limits = limits();
      link(Part.link(limits, linked, linkAttributes), limits.links());
    }
    return this;
  }

  @Override
  public void end() {
    endAt(now(), null, null);
  }

  @Override
  public void end(@Nullable String lastName, PreparedAttributes last) {
    long now = now();
    if (tracer.takes(last)) {
      endAt(now, lastName, last);
    } else {
      setAllAttributes(last);
      endAt(now, lastName, null);
    }
  }

  @Override
  public void end(long timestamp, @Nullable TimeUnit unit) {
    endAt(unit == null || timestamp <= 0 ? now() : unit.toNanos(timestamp), null, null);
  }

  /** An end before the start is moved to the start. */
  private void endAt(
      long epochNanos, @Nullable String lastName, @Nullable PreparedAttributes last) {
    int phase = lockOpen();
    if (phase != OPEN) {
      unlock(phase);
      return;
    }
    endEpochNanos = Math.max(startEpochNanos, epochNanos);
    TracerCore core = tracer.core();
    conclude(core, lastName, last);
    if (core.watched) {
      unlockToEnd();
      core.processors.each(this, SpanProcessor::onEnding);
      lock();
    }
    teach(tracer);
    unlockEnded();
    core.ended(this);
  }

  /** Whatever comes of it, the lock is given back. */
  private void conclude(
      TracerCore core, @Nullable String lastName, @Nullable PreparedAttributes last) {
    try {
      name = lastName == null ? name : SpanNames.orPlaceholder(lastName);
      if (last != null) {
        putAll(tracer, last);
      }
    } catch (Throwable thrown) {
      core.config.faults().report("span attributes", thrown);
    }
  }

  private long now() {
    return tracer.core().config.clock().nanoTime() + clockOffset;
  }

  /** Fixed costs and the characters of its texts; whoever asks got the span after its end. */
  @Override
  public int estimatedBytes() {
    long texts = name.length() + (long) status.description().length();
    return (int) Math.min(FIXED_BYTES + texts + contentBytes(), Integer.MAX_VALUE);
  }

  @Override
  public SpanContext getSpanContext() {
    return spanContext;
  }

  @Override
  public boolean isRecording() {
    return phase() != ENDED;
  }

  @Override
  public SpanContext spanContext() {
    return spanContext;
  }

  @Override
  public SpanContext parentSpanContext() {
    return parentSpanContext;
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
  public long startEpochNanos() {
    return startEpochNanos;
  }

  @Override
  public long endEpochNanos() {
    return endEpochNanos;
  }

  @Override
  public boolean hasEnded() {
    return phase() == ENDED;
  }

  @Override
  public StatusCode statusCode() {
    return status.code();
  }

  @Override
  public String statusDescription() {
    return status.description();
  }

  @Override
  public InstrumentationScope instrumentationScope() {
    return tracer.scope();
  }

  @Override
  public Resource resource() {
    return tracer.core().config.resource();
  }

  @Override
  public String toString() {
    return "RecordingSpan{" + name() + ", " + spanContext + '}';
  }
}
