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
  private final HttpMethods methods;
  private final CapturedHeaders responseHeaders;
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
    this.methods = new HttpMethods(options.knownMethods());
    this.requestAttributes = new HttpServerRequestAttributes<>(options, adapter);
    this.responseHeaders = CapturedHeaders.ofResponse(options.capturedResponseHeaders());
    this.metrics =
        new HttpServerMetrics(Instrumentation.meter(openTelemetry, adapter.instrumentationName()));
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
    HttpServerRequest<Q> known = read(request);
    Span span = startSpan(known, parent, remote);
    MetricSeries active = metrics.active(known);
    HttpServerOperation<Q, S> operation =
        new HttpServerOperation<>(this, known, parent.with(span), span, active, faults);
    operation.addActive(1);
    return operation;
  }

  private HttpServerRequest<Q> read(Q request) {
    return new HttpServerRequest<>(
        request,
        methods.known(adapter.method(request)),
        requestAttributes.scheme(request),
        adapter.protocolVersion(request),
        route(request, null));
  }

  private Span startSpan(HttpServerRequest<Q> known, Context parent, Context remote) {
    Q request = known.request();
    SpanBuilder builder =
        tracer
            .spanBuilder(known.spanName(known.route()))
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent);
    SpanContext caller = Span.fromContext(remote).getSpanContext();
    if (!options.trustRemoteContext() && caller.isValid()) {
      builder.addLink(caller);
    }
    AttributeSink attributes = builder::setAttribute;
    known.record(attributes, adapter.method(request));
    requestAttributes.record(attributes, request, known.scheme());
    return builder.startSpan();
  }

  /** Counts the request as served, and puts on its span what the response says, or its absence. */
  @Nullable MetricSeries finish(
      Span span,
      HttpServerOperation<Q, S> operation,
      @Nullable S response,
      @Nullable Throwable error) {
    HttpServerRequest<Q> known = operation.request();
    operation.addActive(-1);
    String route = route(known.request(), response);
    int status = response == null ? 0 : adapter.statusCode(response);
    String errorType = errorType(status, error);
    HttpServerOutcome outcome =
        metrics.outcome(known, route == null ? known.route() : route, errorType, status);
    if (span.isRecording()) {
      recordRoute(span, known, route, outcome);
      recordResponse(span::setAttribute, response, outcome);
      if (errorType != null) {
        Errors.record(span, errorType, error);
      }
    }
    return outcome.durations();
  }

  /** A 4xx is the client's mistake, whatever was thrown to answer it. */
  private static @Nullable String errorType(int status, @Nullable Throwable error) {
    if (status >= 500) {
      return Integer.toString(status);
    }
    return status >= 400 || error == null ? null : Errors.type(error);
  }

  private static void recordRoute(
      Span span, HttpServerRequest<?> known, @Nullable String route, HttpServerOutcome outcome) {
    if (route != null && !route.equals(known.route())) {
      span.setAttribute(SemanticAttributes.HTTP_ROUTE, route);
      span.updateName(outcome.spanName());
    }
  }

  private void recordResponse(AttributeSink span, @Nullable S response, HttpServerOutcome outcome) {
    span.setIfPresent(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, outcome.status());
    if (response != null) {
      responseHeaders.record(response, adapter::responseHeaders, span);
    }
  }

  private @Nullable String route(Q request, @Nullable S response) {
    String route = adapter.route(request, response);
    return route == null || route.isEmpty() ? null : route;
  }
}
