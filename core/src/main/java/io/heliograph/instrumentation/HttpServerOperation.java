package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A request being served. */
final class HttpServerOperation<Q, S> extends Operation<S> {

  private final HttpServerInstrumentation<Q, S> instrumentation;
  private final HttpServerRequest<Q> request;

  HttpServerOperation(
      HttpServerInstrumentation<Q, S> instrumentation,
      HttpServerRequest<Q> request,
      Context context,
      Span span,
      boolean measured,
      Faults faults) {
    super(context, span, measured, faults);
    this.instrumentation = instrumentation;
    this.request = request;
  }

  HttpServerRequest<Q> request() {
    return request;
  }

  @Override
  @Nullable MetricSeries finish(Span span, @Nullable S response, @Nullable Throwable error) {
    return instrumentation.finish(span, this, response, error);
  }
}
