package io.heliograph.contract;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The HTTP client of the reference application. */
final class ReferenceClient {

  private final HttpClient http = HttpClient.newHttpClient();
  private final OpenTelemetrySdk telemetry;
  private final Defect defect;

  ReferenceClient(OpenTelemetrySdk telemetry, Defect defect) {
    this.telemetry = telemetry;
    this.defect = defect;
  }

  String call(String query) {
    String method = query.substring("method=".length(), query.indexOf('&'));
    URI url = URI.create(query.substring(query.indexOf("url=") + "url=".length()));
    boolean known = method.equals("GET") || defect == Defect.UNBOUNDED_METHODS;
    Span span =
        telemetry
            .getTracer("reference")
            .spanBuilder(known ? method : "HTTP")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("http.request.method", known ? method : "_OTHER")
            .setAttribute("http.request.method_original", known ? null : method)
            .setAttribute("url.full", redact(url))
            .setAttribute("server.address", url.getHost())
            .setAttribute("server.port", (long) url.getPort())
            .startSpan();
    try {
      return send(method, url, span);
    } finally {
      span.end();
    }
  }

  private String send(String method, URI url, Span span) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).method(method, HttpRequest.BodyPublishers.noBody());
    if (defect != Defect.INJECTS_NOTHING) {
      inject(request, span);
    }
    try {
      int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      span.setAttribute("http.response.status_code", (long) status);
      if (status >= 400) {
        span.setAttribute("error.type", String.valueOf(status)).setStatus(StatusCode.ERROR);
      }
      return String.valueOf(status);
    } catch (IOException e) {
      span.setAttribute("error.type", e.getClass().getName()).setStatus(StatusCode.ERROR);
      return "failed";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void inject(HttpRequest.Builder request, Span span) {
    Context context =
        Context.root()
            .with(span)
            .with(
                Baggage.builder()
                    .put(ContractClientEndpoint.BAGGAGE_KEY, ContractClientEndpoint.BAGGAGE_VALUE)
                    .build());
    telemetry
        .getPropagators()
        .getTextMapPropagator()
        .inject(context, request, (target, key, value) -> target.setHeader(key, value));
  }

  private static String redact(URI url) {
    String withoutUser = url.toString().replaceFirst("//.*@", "//REDACTED:REDACTED@");
    return ReferenceApplication.redact(withoutUser);
  }
}
