package io.heliograph.instrumentation;

import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records the requests that an application serves, as the semantic conventions for HTTP server
 * spans say.
 *
 * <p>A request starts from the root context, never from what an earlier one may have left on its
 * thread. Nothing here throws. Thread-safe; made once for each adapter.
 *
 * @param <Q> the framework's request
 * @param <S> the framework's response
 */
public final class HttpServerInstrumentation<Q, S> {

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final TextMapGetter<Q> getter;
  private final HttpServerOptions options;
  private final HttpServerAdapter<Q, S> adapter;
  private final List<PathGlob> excluded;
  private final HttpServerRequestAttributes<Q> requestAttributes;
  private final HttpMethods methods;
  private final CapturedHeaders responseHeaders;
  private final Faults faults = Instrumentation.faults();

  public HttpServerInstrumentation(
      OpenTelemetry openTelemetry, HttpServerOptions options, HttpServerAdapter<Q, S> adapter) {
    this.tracer = Instrumentation.tracer(openTelemetry, adapter.instrumentationName());
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    this.getter = new HeaderGetter<>(adapter);
    this.options = options;
    this.adapter = adapter;
    this.excluded = options.excludedPaths().stream().map(PathGlob::new).toList();
    this.methods = new HttpMethods(options.knownMethods());
    this.requestAttributes = new HttpServerRequestAttributes<>(options, methods, adapter);
    this.responseHeaders = CapturedHeaders.ofResponse(options.capturedResponseHeaders());
  }

  /**
   * Whether a request's path is excluded. {@link #start} asks this itself; an adapter may ask first
   * to save itself work.
   */
  public boolean excluded(Q request) {
    try {
      return isExcluded(adapter.path(request));
    } catch (Throwable thrown) {
      faults.report("http server exclusion", thrown);
      return false;
    }
  }

  private boolean isExcluded(@Nullable String path) {
    if (path != null) {
      for (PathGlob glob : excluded) {
        if (glob.matches(path)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Starts the operation of a request. Below an excluded request nothing is recorded, by anyone.
   *
   * @return always an operation, one that records nothing if the request is excluded
   */
  public Operation<S> start(Q request) {
    try {
      return begin(request);
    } catch (Throwable thrown) {
      faults.report("http server start", thrown);
      return new InertOperation<>(Context.root(), faults);
    }
  }

  private Operation<S> begin(Q request) {
    Context remote = propagator.extract(Context.root(), request, getter);
    Context parent = options.trustRemoteContext() ? remote : Context.root();
    if (excluded(request)) {
      return new InertOperation<>(Suppression.suppress(parent), faults);
    }
    String route = route(request, null);
    String method = methods.inName(adapter.method(request));
    SpanBuilder builder =
        tracer.spanBuilder(name(method, route)).setSpanKind(SpanKind.SERVER).setParent(parent);
    SpanContext caller = Span.fromContext(remote).getSpanContext();
    if (!options.trustRemoteContext() && caller.isValid()) {
      builder.addLink(caller);
    }
    requestAttributes.record(builder::setAttribute, request, route);
    Span span = builder.startSpan();
    return new HttpServerOperation<>(this, request, method, route, parent.with(span), span, faults);
  }

  /** Puts on the span what the response, or its absence, says. */
  void finish(
      Span span,
      HttpServerOperation<Q, S> operation,
      @Nullable S response,
      @Nullable Throwable error) {
    String route = route(operation.request(), response);
    if (route != null && !route.equals(operation.route())) {
      span.setAttribute(SemanticAttributes.HTTP_ROUTE, route);
      span.updateName(name(operation.method(), route));
    }
    int status = response == null ? 0 : adapter.statusCode(response);
    AttributeSink attributes = span::setAttribute;
    attributes.setIfPositive(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, status);
    if (response != null) {
      responseHeaders.record(response, adapter::responseHeaders, attributes);
    }
    recordError(span, status, error);
  }

  /** A 4xx is the client's mistake, whatever was thrown to answer it. */
  private static void recordError(Span span, int status, @Nullable Throwable error) {
    if (status >= 500) {
      Errors.record(span, Integer.toString(status), error);
    } else if (status < 400 && error != null) {
      Errors.record(span, error);
    }
  }

  private @Nullable String route(Q request, @Nullable S response) {
    String route = adapter.route(request, response);
    return route == null || route.isEmpty() ? null : route;
  }

  private static String name(String method, @Nullable String route) {
    return route == null ? method : method + " " + route;
  }
}
