package io.heliograph.pipeline;

import io.heliograph.export.SpanLink;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.context.Context;
import java.util.List;

/** What the engine would hand to a sampler. */
public record SamplingInputs(
    Context parentContext, String traceId, String name, SpanKind kind, Attributes attributes)
    implements SamplingInput {

  private static final String SPAN_ID = "00f067aa0ba902b7";

  /** A root span whose trace id ends in the given 14 hex digits. */
  public static SamplingInputs root(String randomness) {
    return new SamplingInputs(
        Context.root(), traceId(randomness), "GET /", SpanKind.SERVER, Attributes.empty());
  }

  /** A child of a span in another process. */
  public static SamplingInputs remoteChild(String randomness, boolean sampled, TraceState state) {
    return child(
        SpanContext.createFromRemoteParent(traceId(randomness), SPAN_ID, flags(sampled), state));
  }

  /** A child of a span in this process. */
  public static SamplingInputs localChild(String randomness, boolean sampled, TraceState state) {
    return child(SpanContext.create(traceId(randomness), SPAN_ID, flags(sampled), state));
  }

  public SamplingInputs named(String newName) {
    return new SamplingInputs(parentContext, traceId, newName, kind, attributes);
  }

  /** A trace state from pairs of key and value, the first in front. */
  public static TraceState traceState(String... pairs) {
    TraceStateBuilder builder = TraceState.builder();
    for (int i = pairs.length - 2; i >= 0; i -= 2) {
      builder.put(pairs[i], pairs[i + 1]);
    }
    return builder.build();
  }

  private static SamplingInputs child(SpanContext parent) {
    return new SamplingInputs(
        Context.root().with(Span.wrap(parent)),
        parent.getTraceId(),
        "GET /",
        SpanKind.SERVER,
        Attributes.empty());
  }

  private static TraceFlags flags(boolean sampled) {
    return sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
  }

  private static String traceId(String randomness) {
    return "4bf92f3577b34da6ff" + randomness;
  }

  @Override
  public SpanContext parentSpanContext() {
    return Span.fromContext(parentContext).getSpanContext();
  }

  @Override
  public long traceIdLow() {
    return Long.parseUnsignedLong(traceId, 16, 32, 16);
  }

  @Override
  public List<SpanLink> links() {
    return List.of();
  }
}
