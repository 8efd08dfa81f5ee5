package io.heliograph.instrumentation;

import io.heliograph.Heliograph;
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
 * spans and metrics say.
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
  private final CapturedHeaders responseHeaders;
  private final CapturedHeaders.Reader<S> responseReader;
  private final HttpServerMetrics metrics;
  private final Faults faults = Instrumentation.faults();

  public HttpServerInstrumentation(
      OpenTelemetry openTelemetry, HttpServerOptions options, HttpServerAdapter<Q, S> adapter) {
    this.tracer = Instrumentation.tracer(openTelemetry, adapter.instrumentationName());
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    this.getter = new HeaderGetter<>(adapter);
    this.options = options;
    this.adapter = adapter;
    this.excluded = options.excludedPaths().stream().map(PathGlob::new).toList();
    this.responseHeaders = CapturedHeaders.ofResponse(options.capturedResponseHeaders());
    this.responseReader = adapter::responseHeaders;
    this.metrics =
        new HttpServerMetrics(Instrumentation.meter(openTelemetry, adapter.instrumentationName()));
    this.requestAttributes = new HttpServerRequestAttributes<>(options, adapter, metrics);
  }

  /** As an engine is configured. */
  public static <Q, S> HttpServerInstrumentation<Q, S> of(
      Heliograph heliograph, HttpServerAdapter<Q, S> adapter) {
    return new HttpServerInstrumentation<>(
        heliograph.openTelemetry(), HttpServerOptions.from(heliograph.settings()), adapter);
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
    HttpServerRequest shared = requestAttributes.shared(request, route(request, null));
    Span span = startSpan(request, shared, parent, remote);
    HttpServerOperation<Q, S> operation =
        new HttpServerOperation<>(this, request, shared, parent.with(span), span, faults);
    operation.addActive(1);
    return operation;
  }

  private Span startSpan(Q request, HttpServerRequest shared, Context parent, Context remote) {
    SpanBuilder builder =
        tracer
            .spanBuilder(shared.spanName())
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent)
            .setAllAttributes(shared.attributes());
    SpanContext caller = Span.fromContext(remote).getSpanContext();
    if (!options.trustRemoteContext() && caller.isValid()) {
      builder.addLink(caller);
    }
    requestAttributes.record(builder::setAttribute, request, shared);
    return builder.startSpan();
  }

  /** Counts the request as served, and puts on its span what only its response says. */
  Outcome finish(
      Span span,
      HttpServerOperation<Q, S> operation,
      @Nullable S response,
      @Nullable Throwable error) {
    HttpServerRequest shared = operation.shared();
    operation.addActive(-1);
    String route = route(operation.request(), response);
    int status = response == null ? 0 : adapter.statusCode(response);
    String errorType = errorType(status, error);
    if (span.isRecording()) {
      if (response != null) {
        responseHeaders.record(response, responseReader, span::setAttribute);
      }
      if (errorType != null) {
        Errors.record(span, errorType, error);
      }
    }
    return metrics.outcome(shared, route == null ? shared.route() : route, errorType, status);
  }

  /** A 4xx is the client's mistake, whatever was thrown to answer it. */
  private static @Nullable String errorType(int status, @Nullable Throwable error) {
    if (status >= 500) {
      return Integer.toString(status);
    }
    return status >= 400 || error == null ? null : Errors.type(error);
  }

  private @Nullable String route(Q request, @Nullable S response) {
    String route = adapter.route(request, response);
    return route == null || route.isEmpty() ? null : route;
  }
}
