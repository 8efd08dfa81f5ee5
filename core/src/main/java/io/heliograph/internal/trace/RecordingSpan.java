package io.heliograph.internal.trace;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.Resource;
import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.attributes.ExceptionAttributes;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span that records. After its end it is, unchanged and uncopied, the record that is exported.
 *
 * <p>One plain lock guards all mutable state: spans are rarely shared between threads while open,
 * and an uncontended lock is cheaper than anything clever. No foreign code runs under it. Single
 * values are read without it: the exporter has them from the queue, which publishes them, and who
 * looks at an open span sees one moment or another in any case.
 */
final class RecordingSpan implements ReadWriteSpan, Sized {

  private static final long FIXED_BYTES = 256;

  private enum State {
    OPEN,
    /** Only the thread in {@link #ending} may still change it, on behalf of the processors. */
    ENDING,
    ENDED
  }

  private final EngineTracer tracer;
  private final SpanContext spanContext;
  private final SpanContext parentSpanContext;
  private final SpanKind kind;
  private final long startEpochNanos;
  private final long clockOffset;

  private State state = State.OPEN;
  private @Nullable Thread ending;
  private String name;
  private long endEpochNanos;
  private @Nullable AttributeStore attributes;
  private @Nullable EventStore events;
  private @Nullable LinkStore links;
  private StatusCode statusCode = StatusCode.UNSET;
  private String statusDescription = "";

  /** Zero until the span has ended. */
  private int estimatedBytes;

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
      String name,
      SpanKind kind,
      long explicitStart,
      @Nullable AttributeStore attributes,
      @Nullable LinkStore links) {
    this.tracer = tracer;
    this.spanContext = spanContext;
    this.parentSpanContext = parent.getSpanContext();
    this.name = name;
    this.kind = kind;
    Clock clock = tracer.core().config.clock();
    long now = clock.nanoTime();
    this.clockOffset =
        parent instanceof RecordingSpan local ? local.clockOffset : clock.epochOffset(now);
    this.startEpochNanos = explicitStart > 0 ? explicitStart : now + clockOffset;
    this.attributes = attributes;
    this.links = links;
  }

  @Override
  public synchronized <T> Span setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (writable()) {
      AttributeStore store = attributes;
      if (store == null) {
        SpanLimits limits = tracer.core().config.limits();
        store = new AttributeStore(limits.attributes(), limits.valueLength());
        attributes = store;
      }
      store.put(key, value);
    }
    return this;
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

  private synchronized Span addEvent(
      @Nullable String eventName, @Nullable Attributes eventAttributes, long epochNanos) {
    if (eventName != null && writable()) {
      EventStore store = events == null ? new EventStore(tracer.core().config.limits()) : events;
      store.add(
          eventName, epochNanos, eventAttributes == null ? Attributes.empty() : eventAttributes);
      events = store;
    }
    return this;
  }

  /** OK is final, an unset status changes nothing, and only an error keeps its description. */
  @Override
  public synchronized Span setStatus(@Nullable StatusCode code, @Nullable String description) {
    if (code == null || code == StatusCode.UNSET || statusCode == StatusCode.OK || !writable()) {
      return this;
    }
    statusCode = code;
    statusDescription = code == StatusCode.ERROR && description != null ? description : "";
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
  public synchronized Span updateName(@Nullable String newName) {
    if (newName != null && writable()) {
      name = SpanNames.orPlaceholder(newName);
    }
    return this;
  }

  @Override
  public Span addLink(@Nullable SpanContext linked) {
    return addLink(linked, Attributes.empty());
  }

  @Override
  public synchronized Span addLink(
      @Nullable SpanContext linked, @Nullable Attributes linkAttributes) {
    if (writable()) {
      LinkStore store = links == null ? new LinkStore(tracer.core().config.limits()) : links;
      store.add(linked, linkAttributes);
      links = store;
    }
    return this;
  }

  @Override
  public void end() {
    endAt(now());
  }

  @Override
  public void end(long timestamp, @Nullable TimeUnit unit) {
    endAt(unit == null || timestamp <= 0 ? now() : unit.toNanos(timestamp));
  }

  private void endAt(long epochNanos) {
    if (!beginEnding(epochNanos)) {
      return;
    }
    SpanCounts counts = tracer.core().config.counts();
    if (counts != null) {
      counts.ended(spanContext.isSampled());
    }
    if (tracer.core().watched) {
      tracer.core().processors.each(this, SpanProcessor::onEnding);
      finishEnding();
    }
    tracer.core().processors.each(this, SpanProcessor::onEnd);
  }

  /** False if the span has ended before. An end before the start is moved to the start. */
  private synchronized boolean beginEnding(long epochNanos) {
    if (state != State.OPEN) {
      return false;
    }
    endEpochNanos = Math.max(startEpochNanos, epochNanos);
    if (tracer.core().watched) {
      state = State.ENDING;
      ending = Thread.currentThread();
    } else {
      finishEnding();
    }
    return true;
  }

  private synchronized void finishEnding() {
    state = State.ENDED;
    ending = null;
    estimatedBytes = measure();
  }

  private boolean writable() {
    return state == State.OPEN || (state == State.ENDING && Thread.currentThread().equals(ending));
  }

  private long now() {
    return tracer.core().config.clock().nanoTime() + clockOffset;
  }

  /** Fixed costs and the characters of its texts. */
  private int measure() {
    long bytes = FIXED_BYTES + name.length() + statusDescription.length();
    bytes += attributes == null ? 0 : attributes.estimatedBytes();
    bytes += events == null ? 0 : events.estimatedBytes();
    bytes += links == null ? 0 : links.estimatedBytes();
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  /** Without the lock: whoever asks got the span after its end. */
  @Override
  public int estimatedBytes() {
    return estimatedBytes;
  }

  @Override
  public SpanContext getSpanContext() {
    return spanContext;
  }

  @Override
  public synchronized boolean isRecording() {
    return state != State.ENDED;
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
  public synchronized boolean hasEnded() {
    return state == State.ENDED;
  }

  @Override
  public synchronized Attributes attributes() {
    return attributes == null ? Attributes.empty() : attributes.view();
  }

  /** Most spans have none, which takes no lock to see. */
  @Override
  public List<SpanEvent> events() {
    return events == null ? List.of() : viewOfEvents();
  }

  private synchronized List<SpanEvent> viewOfEvents() {
    return events == null ? List.of() : events.view();
  }

  /** Most spans have none, which takes no lock to see. */
  @Override
  public List<SpanLink> links() {
    return links == null ? List.of() : viewOfLinks();
  }

  private synchronized List<SpanLink> viewOfLinks() {
    return links == null ? List.of() : links.view();
  }

  @Override
  public StatusCode statusCode() {
    return statusCode;
  }

  @Override
  public String statusDescription() {
    return statusDescription;
  }

  @Override
  public int droppedAttributes() {
    AttributeStore store = attributes;
    return store == null ? 0 : store.dropped();
  }

  @Override
  public int droppedEvents() {
    EventStore store = events;
    return store == null ? 0 : store.dropped();
  }

  @Override
  public int droppedLinks() {
    LinkStore store = links;
    return store == null ? 0 : store.dropped();
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
