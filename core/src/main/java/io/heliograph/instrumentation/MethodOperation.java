package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A traced method in progress. */
final class MethodOperation extends Operation<Void> {

  private final MethodMetrics metrics;
  private final TracedMethod method;

  MethodOperation(
      MethodMetrics metrics, TracedMethod method, Context context, Span span, Faults faults) {
    super(context, span, metrics.enabled(), faults);
    this.metrics = metrics;
    this.method = method;
  }

  /** A cancelled result is what the caller asked for, not an error. */
  @Override
  Outcome finish(Span span, @Nullable Void response, @Nullable Throwable error) {
    String errorType = error == null || Errors.isCancellation(error) ? null : Errors.type(error);
    if (errorType != null) {
      Errors.record(span, errorType, error);
    }
    return metrics.enabled() ? metrics.outcome(method.functionName(), errorType) : Outcome.UNKNOWN;
  }
}
