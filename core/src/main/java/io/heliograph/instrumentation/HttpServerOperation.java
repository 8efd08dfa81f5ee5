package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A request being served.
 *
 * <p>Knows where it counts as active, {@code null} if nobody measures.
 */
final class HttpServerOperation<Q, S> extends Operation<S> {

  private final HttpServerInstrumentation<Q, S> instrumentation;
  private final HttpServerRequest<Q> request;
  private final @Nullable MetricSeries active;

  HttpServerOperation(
      HttpServerInstrumentation<Q, S> instrumentation,
      HttpServerRequest<Q> request,
      Context context,
      Span span,
      @Nullable MetricSeries active,
      Faults faults) {
    super(context, span, active != null, faults);
    this.active = active;
    this.instrumentation = instrumentation;
    this.request = request;
  }

  HttpServerRequest<Q> request() {
    return request;
  }

  /** Counts the request as active, or with -1 as active no more. */
  void addActive(int change) {
    if (active != null) {
      active.record(change, context());
    }
  }

  @Override
  @Nullable MetricSeries finish(Span span, @Nullable S response, @Nullable Throwable error) {
    return instrumentation.finish(span, this, response, error);
  }
}
