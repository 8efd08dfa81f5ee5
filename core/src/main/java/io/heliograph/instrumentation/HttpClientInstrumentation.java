package io.heliograph.instrumentation;

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
 * spans say, and passes the context on with them.
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
  private final CapturedHeaders responseHeaders;
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
    this.responseHeaders = CapturedHeaders.ofResponse(options.capturedResponseHeaders());
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
    String template = adapter.urlTemplate(request);
    String method = adapter.method(request);
    String name = methods.inName(method);
    SpanBuilder builder =
        tracer
            .spanBuilder(template == null ? name : name + " " + template)
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent);
    AttributeSink attributes = builder::setAttribute;
    methods.record(attributes, method);
    attributes.setIfPresent(SemanticAttributes.URL_TEMPLATE, template);
    attributes.setIfPositive(
        SemanticAttributes.HTTP_REQUEST_RESEND_COUNT, adapter.resendCount(request));
    recordUrl(attributes, adapter.url(request));
    requestHeaders.record(request, adapter::headers, attributes);
    Span span = builder.startSpan();
    Context context = parent.with(span);
    inject(context, request);
    return new HttpClientOperation<>(this, context, span, faults);
  }

  private void recordUrl(AttributeSink span, @Nullable String url) {
    if (url == null) {
      return;
    }
    span.setAttribute(SemanticAttributes.URL_FULL, redactor.url(url));
    HostPort server = Urls.hostPort(url);
    if (server != null) {
      span.setAttribute(SemanticAttributes.SERVER_ADDRESS, server.host());
      span.setIfPositive(SemanticAttributes.SERVER_PORT, server.portOr(Urls.scheme(url)));
    }
  }

  private void inject(Context context, Q request) {
    try {
      propagator.inject(context, request, setter);
    } catch (Throwable thrown) {
      faults.report("http client injection", thrown);
    }
  }

  /** Puts on the span what the response, or its absence, says. */
  void finish(Span span, @Nullable S response, @Nullable Throwable error) {
    int status = 0;
    if (response != null) {
      status = adapter.statusCode(response);
      recordResponse(span::setAttribute, response, status);
    }
    if (status >= 400) {
      Errors.record(span, Integer.toString(status), error);
    } else if (error != null && !Errors.isCancellation(error)) {
      Errors.record(span, error);
    }
  }

  private void recordResponse(AttributeSink span, S response, int status) {
    span.setIfPositive(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE, status);
    span.setIfPresent(
        SemanticAttributes.NETWORK_PROTOCOL_VERSION, adapter.protocolVersion(response));
    String peer = adapter.peerAddress(response);
    if (peer != null) {
      span.setAttribute(SemanticAttributes.NETWORK_PEER_ADDRESS, peer);
      span.setIfPositive(SemanticAttributes.NETWORK_PEER_PORT, adapter.peerPort(response));
    }
    responseHeaders.record(response, adapter::responseHeaders, span);
  }
}
