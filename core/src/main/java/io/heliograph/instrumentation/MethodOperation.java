package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A traced method in progress. */
final class MethodOperation extends Operation<Void> {

  MethodOperation(Context context, Span span, Faults faults) {
    super(context, span, faults);
  }

  /** A cancelled result is what the caller asked for, not an error. */
  @Override
  void finish(Span span, @Nullable Void response, @Nullable Throwable error) {
    if (error != null && !Errors.isCancellation(error)) {
      Errors.record(span, error);
    }
  }
}
