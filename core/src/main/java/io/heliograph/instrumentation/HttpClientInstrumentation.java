package io.heliograph.instrumentation;

import io.heliograph.Heliograph;
import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Records the HTTP calls that an application makes, as the semantic conventions for HTTP client
 * spans and metrics say, and passes the context on with them.
 *
 * <p>Nothing here throws. Thread-safe; made once for each adapter.
 *
 * @param <Q> the library's request
 * @param <S> the library's response
 */
public final class HttpClientInstrumentation<Q, S> {

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final TextMapSetter<Q> setter;
  private final HttpClientAdapter<Q, S> adapter;
  private final HttpMethods methods;
  private final UrlRedactor redactor;
  private final CapturedHeaders requestHeaders;
  private final CapturedHeaders.Reader<Q> requestReader;
  private final CapturedHeaders responseHeaders;
  private final CapturedHeaders.Reader<S> responseReader;
  private final HttpClientRequests requests = new HttpClientRequests();
  private final HttpClientMetrics metrics;
  private final Faults faults = Instrumentation.faults();

  public HttpClientInstrumentation(
      OpenTelemetry openTelemetry, HttpClientOptions options, HttpClientAdapter<Q, S> adapter) {
    this.tracer = Instrumentation.tracer(openTelemetry, adapter.instrumentationName());
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    this.setter = setter(adapter);
    this.adapter = adapter;
    this.methods = new HttpMethods(options.knownMethods());
    this.redactor = new UrlRedactor(options.sensitiveQueryParameters());
    this.requestHeaders = CapturedHeaders.ofRequest(options.capturedRequestHeaders());
    this.requestReader = adapter::headers;
    this.responseHeaders = CapturedHeaders.ofResponse(options.capturedResponseHeaders());
    this.responseReader = adapter::responseHeaders;
    this.metrics =
        new HttpClientMetrics(Instrumentation.meter(openTelemetry, adapter.instrumentationName()));
  }

  /** As an engine is configured. */
  public static <Q, S> HttpClientInstrumentation<Q, S> of(
      Heliograph heliograph, HttpClientAdapter<Q, S> adapter) {
    return new HttpClientInstrumentation<>(
        heliograph.openTelemetry(), HttpClientOptions.from(heliograph.settings()), adapter);
  }

  private static <Q> TextMapSetter<Q> setter(HttpClientAdapter<Q, ?> adapter) {
    return (request, name, value) -> {
      if (request != null) {
        adapter.setHeader(request, name, value);
      }
    };
  }

  /** Starts the operation of a call below the current context. */
  public Operation<S> start(Q request) {
    return start(Context.current(), request);
  }

  /**
   * Starts the operation of a call and injects its context into the request.
   *
   * @return always an operation, one that records nothing if the parent is suppressed
   */
  public Operation<S> start(Context parent, Q request) {
    if (Suppression.isSuppressed(parent)) {
      return new InertOperation<>(parent, faults);
    }
    try {
      return begin(parent, request);
    } catch (Throwable thrown) {
      faults.report("http client start", thrown);
      return new InertOperation<>(parent, faults);
    }
  }

  private Operation<S> begin(Context parent, Q request) {
    String url = adapter.url(request);
    HttpClientRequest shared =
        requests.of(methods.known(adapter.method(request)), url, adapter.urlTemplate(request));
    Span span = startSpan(shared, parent, request, url);
    Context context = parent.with(span);
    inject(context, request);
    return new HttpClientOperation<>(this, shared, context, span, metrics.enabled(), faults);
  }

  private Span startSpan(
      HttpClientRequest shared, Context parent, Q request, @Nullable String url) {
    SpanBuilder builder =
        tracer
            .spanBuilder(shared.spanName())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent)
            .setAllAttributes(shared.attributes());
    record(builder::setAttribute, shared, request, url);
    return builder.startSpan();
  }

  /** Puts on the span what is this call's own. */
  private void record(
      AttributeSink span, HttpClientRequest shared, Q request, @Nullable String url) {
    HttpMethods.recordOriginal(span, shared.method(), adapter.method(request));
    span.setIfPositive(SemanticAttributes.HTTP_REQUEST_RESEND_COUNT, adapter.resendCount(request));
    if (url != null) {
      span.setAttribute(SemanticAttributes.URL_FULL, redactor.url(url));
    }
    requestHeaders.record(request, requestReader, span);
  }

  private void inject(Context context, Q request) {
    try {
      propagator.inject(context, request, setter);
    } catch (Throwable thrown) {
      faults.report("http client injection", thrown);
    }
  }

  /** Puts on the span what only this response, or its absence, says. */
  Outcome finish(
      Span span, HttpClientRequest request, @Nullable S response, @Nullable Throwable error) {
    int status = response == null ? 0 : adapter.statusCode(response);
    String version = response == null ? null : adapter.protocolVersion(response);
    String errorType = errorType(status, error);
    if (span.isRecording()) {
      recordResponse(span::setAttribute, response);
      if (errorType != null) {
        Errors.record(span, errorType, error);
      }
    }
    return metrics.outcome(request, version, errorType, status);
  }

  private static @Nullable String errorType(int status, @Nullable Throwable error) {
    if (status >= 400) {
      return Integer.toString(status);
    }
    return error == null || Errors.isCancellation(error) ? null : Errors.type(error);
  }

  private void recordResponse(AttributeSink span, @Nullable S response) {
    if (response == null) {
      return;
    }
    String peer = adapter.peerAddress(response);
    if (peer != null) {
      span.setAttribute(SemanticAttributes.NETWORK_PEER_ADDRESS, peer);
      span.setIfPositive(SemanticAttributes.NETWORK_PEER_PORT, adapter.peerPort(response));
    }
    responseHeaders.record(response, responseReader, span);
  }
}
