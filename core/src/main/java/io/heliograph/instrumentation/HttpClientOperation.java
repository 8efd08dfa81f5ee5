package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An HTTP call on its way. */
final class HttpClientOperation<S> extends Operation<S> {

  private final HttpClientInstrumentation<?, S> instrumentation;
  private final HttpClientRequest request;

  HttpClientOperation(
      HttpClientInstrumentation<?, S> instrumentation,
      HttpClientRequest request,
      Context context,
      Span span,
      boolean measured,
      Faults faults) {
    super(context, span, measured, faults);
    this.instrumentation = instrumentation;
    this.request = request;
  }

  @Override
  Outcome finish(Span span, @Nullable S response, @Nullable Throwable error) {
    return instrumentation.finish(span, request, response, error);
  }
}
