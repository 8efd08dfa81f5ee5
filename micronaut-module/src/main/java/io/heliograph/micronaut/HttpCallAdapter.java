package io.heliograph.micronaut;

import io.heliograph.instrumentation.HttpClientAdapter;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests of Micronaut's clients. */
final class HttpCallAdapter implements HttpClientAdapter<MutableHttpRequest<?>, HttpResponse<?>> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.micronaut.httpclient";
  }

  @Override
  public String method(MutableHttpRequest<?> request) {
    return request.getMethodName();
  }

  @Override
  public String url(MutableHttpRequest<?> request) {
    return request.getUri().toString();
  }

  /** Of declarative clients. */
  @Override
  public @Nullable String urlTemplate(MutableHttpRequest<?> request) {
    return BasicHttpAttributes.getUriTemplate(request).orElse(null);
  }

  @Override
  public List<String> headers(MutableHttpRequest<?> request, String name) {
    return request.getHeaders().getAll(name);
  }

  @Override
  public void setHeader(MutableHttpRequest<?> request, String name, String value) {
    request.getHeaders().set(name, value);
  }

  @Override
  public int statusCode(HttpResponse<?> response) {
    return response.code();
  }

  @Override
  public List<String> responseHeaders(HttpResponse<?> response, String name) {
    return response.getHeaders().getAll(name);
  }
}
