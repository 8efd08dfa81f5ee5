package io.heliograph.spring;

import io.heliograph.instrumentation.HttpClientAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/** Reads the requests of {@link RestClient} and RestTemplate. */
final class HttpRequestAdapter implements HttpClientAdapter<HttpRequest, ClientHttpResponse> {

  private static final String TEMPLATE = RestClient.class.getName() + ".uriTemplate";

  @Override
  public String instrumentationName() {
    return "io.heliograph.spring.restclient";
  }

  @Override
  public String method(HttpRequest request) {
    return request.getMethod().name();
  }

  @Override
  public String url(HttpRequest request) {
    return request.getURI().toString();
  }

  @Override
  public @Nullable String urlTemplate(HttpRequest request) {
    return UriTemplates.path(request.getAttributes().get(TEMPLATE));
  }

  @Override
  public List<String> headers(HttpRequest request, String name) {
    return Headers.values(request.getHeaders(), name);
  }

  @Override
  public void setHeader(HttpRequest request, String name, String value) {
    request.getHeaders().set(name, value);
  }

  @Override
  public int statusCode(ClientHttpResponse response) {
    try {
      return response.getStatusCode().value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> responseHeaders(ClientHttpResponse response, String name) {
    return Headers.values(response.getHeaders(), name);
  }
}
