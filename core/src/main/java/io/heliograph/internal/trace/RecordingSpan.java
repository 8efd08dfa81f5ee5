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
 * <p>One lock guards all mutable state, see {@link SpanPhase}. No foreign code runs under it.
 * Single values are read without it: the exporter has them from the queue, which publishes them,
 * and who looks at an open span sees one moment or another in any case.
 */
final class RecordingSpan extends SpanPhase implements ReadWriteSpan, Sized {

  private static final long FIXED_BYTES = 256;

  private final EngineTracer tracer;
  private final SpanContext spanContext;
  private final SpanContext parentSpanContext;
  private final SpanKind kind;
  private final long startEpochNanos;
  private final long clockOffset;

  private String name;
  private long endEpochNanos;
  private @Nullable AttributeStore attributes;
  private @Nullable Parts<SpanEvent> events;
  private @Nullable Parts<SpanLink> links;
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
      SpanContext parentSpanContext,
      String name,
      SpanKind kind,
      long explicitStart,
      @Nullable AttributeStore attributes,
      @Nullable Parts<SpanLink> links) {
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
    this.attributes = attributes;
    this.links = links;
  }

  @Override
  public <T> Span setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    Object kept = AttributeStore.kept(key, value, limits().valueLength());
    int phase = kept == null ? ENDED : lockToWrite();
    if (key != null && kept != null && phase != ENDED) {
      try {
        attributes = attributes == null ? tracer.newAttributes() : attributes;
        attributes.set(key, kept);
      } finally {
        unlock(phase);
      }
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
    if (eventName == null || phase() == ENDED) {
      return this;
    }
    Part<SpanEvent> event = Part.event(limits(), eventName, epochNanos, eventAttributes);
    int phase = lockToWrite();
    if (phase != ENDED) {
      try {
        events = events == null ? new Parts<>(limits().events()) : events;
        events.add(event);
      } finally {
        unlock(phase);
      }
    }
    return this;
  }

  /** OK is final, an unset status changes nothing, and only an error keeps its description. */
  @Override
  public Span setStatus(@Nullable StatusCode code, @Nullable String description) {
    int phase = code == null || code == StatusCode.UNSET ? ENDED : lockToWrite();
    if (code != null && phase != ENDED) {
      if (statusCode != StatusCode.OK) {
        statusCode = code;
        statusDescription = code == StatusCode.ERROR && description != null ? description : "";
      }
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
    if (linked == null || !linked.isValid() || phase() == ENDED) {
      return this;
    }
    Part<SpanLink> link = Part.link(limits(), linked, linkAttributes);
    int phase = lockToWrite();
    if (phase != ENDED) {
      try {
        links = links == null ? new Parts<>(limits().links()) : links;
        links.add(link);
      } finally {
        unlock(phase);
      }
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

  /** An end before the start is moved to the start. */
  private void endAt(long epochNanos) {
    int phase = lock();
    if (phase != OPEN) {
      unlock(phase);
      return;
    }
    endEpochNanos = Math.max(startEpochNanos, epochNanos);
    TracerCore core = tracer.core();
    if (core.watched) {
      unlockToEnd();
      core.processors.each(this, SpanProcessor::onEnding);
      phase = lock();
    }
    estimatedBytes = measure();
    if (attributes != null) {
      tracer.learn(attributes);
    }
    unlockEnded();
    core.ended(this);
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
  public Attributes attributes() {
    int phase = lock();
    Attributes view = attributes == null ? Attributes.empty() : attributes.view();
    unlock(phase);
    return view;
  }

  /** Most spans have none, which takes no lock to see. */
  @Override
  public List<SpanEvent> events() {
    return events == null ? List.of() : viewOfEvents();
  }

  private List<SpanEvent> viewOfEvents() {
    int phase = lock();
    List<SpanEvent> view = events == null ? List.of() : events.view();
    unlock(phase);
    return view;
  }

  /** Most spans have none, which takes no lock to see. */
  @Override
  public List<SpanLink> links() {
    return links == null ? List.of() : viewOfLinks();
  }

  private List<SpanLink> viewOfLinks() {
    int phase = lock();
    List<SpanLink> view = links == null ? List.of() : links.view();
    unlock(phase);
    return view;
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
    Parts<SpanEvent> store = events;
    return store == null ? 0 : store.dropped();
  }

  @Override
  public int droppedLinks() {
    Parts<SpanLink> store = links;
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
