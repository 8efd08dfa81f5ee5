package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An HTTP call on its way. */
final class HttpClientOperation<S> extends Operation<S> {

  private final HttpClientInstrumentation<?, S> instrumentation;

  HttpClientOperation(
      HttpClientInstrumentation<?, S> instrumentation, Context context, Span span, Faults faults) {
    super(context, span, faults);
    this.instrumentation = instrumentation;
  }

  @Override
  void finish(Span span, @Nullable S response, @Nullable Throwable error) {
    instrumentation.finish(span, response, error);
  }
}
