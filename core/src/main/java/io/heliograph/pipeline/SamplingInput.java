package io.heliograph.pipeline;

import io.heliograph.export.SpanLink;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.List;

/**
 * What a sampler may look at. Valid only during the call, because the engine reuses what is behind
 * it; derived values such as {@link #traceId} are made when asked for.
 */
public interface SamplingInput {

  Context parentContext();

  /** The parent span's context, invalid for a root span. */
  SpanContext parentSpanContext();

  /** 32 lower-case hex digits. */
  String traceId();

  /** The last 64 bits of the trace id, for samplers that need no hex. */
  long traceIdLow();

  String name();

  SpanKind kind();

  /** The attributes given to the span builder. */
  Attributes attributes();

  List<SpanLink> links();
}
