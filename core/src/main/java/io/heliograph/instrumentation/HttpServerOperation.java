package io.heliograph.instrumentation;

import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A request being served. */
final class HttpServerOperation<Q, S> extends Operation<S> {

  private final HttpServerInstrumentation<Q, S> instrumentation;
  private final Q request;
  private final String method;
  private final @Nullable String route;

  HttpServerOperation(
      HttpServerInstrumentation<Q, S> instrumentation,
      Q request,
      String method,
      @Nullable String route,
      Context context,
      Span span,
      Faults faults) {
    super(context, span, faults);
    this.instrumentation = instrumentation;
    this.request = request;
    this.method = method;
    this.route = route;
  }

  Q request() {
    return request;
  }

  /** The method as it stands in the span's name. */
  String method() {
    return method;
  }

  /** The route that was known at the start. */
  @Nullable String route() {
    return route;
  }

  @Override
  void finish(Span span, @Nullable S response, @Nullable Throwable error) {
    instrumentation.finish(span, this, response, error);
  }
}
