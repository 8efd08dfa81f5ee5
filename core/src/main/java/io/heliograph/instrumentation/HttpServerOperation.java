package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A request being served. */
final class HttpServerOperation<Q, S> extends Operation<S> {

  private final HttpServerInstrumentation<Q, S> instrumentation;
  private final Q request;
  private final HttpServerRequest shared;

  HttpServerOperation(
      HttpServerInstrumentation<Q, S> instrumentation,
      Q request,
      HttpServerRequest shared,
      Context context,
      Span span,
      Faults faults) {
    super(context, span, shared.active() != null, faults);
    this.instrumentation = instrumentation;
    this.request = request;
    this.shared = shared;
  }

  Q request() {
    return request;
  }

  HttpServerRequest shared() {
    return shared;
  }

  /** Counts the request as active, or with -1 as active no more. */
  void addActive(int change) {
    MetricSeries active = shared.active();
    if (active != null) {
      active.record(change, context());
    }
  }

  @Override
  Outcome finish(Span span, @Nullable S response, @Nullable Throwable error) {
    return instrumentation.finish(span, this, response, error);
  }
}
