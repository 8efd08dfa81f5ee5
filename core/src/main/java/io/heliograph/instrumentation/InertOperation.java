package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An operation that records nothing: it was excluded or suppressed, or could not be started. */
final class InertOperation<S> extends Operation<S> {

  InertOperation(Context context, Faults faults) {
    super(context, Span.getInvalid(), false, faults);
  }

  @Override
  Outcome finish(Span span, @Nullable S response, @Nullable Throwable error) {
    return Outcome.UNKNOWN;
  }
}
