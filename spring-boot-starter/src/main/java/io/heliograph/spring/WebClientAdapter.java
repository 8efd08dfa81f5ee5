package io.heliograph.spring;

import io.heliograph.instrumentation.HttpClientAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/** Reads the requests of {@link WebClient}. */
final class WebClientAdapter implements HttpClientAdapter<ClientExchange, ClientResponse> {

  private static final String TEMPLATE = WebClient.class.getName() + ".uriTemplate";

  @Override
  public String instrumentationName() {
    return "io.heliograph.spring.webclient";
  }

  @Override
  public String method(ClientExchange exchange) {
    return exchange.request().method().name();
  }

  @Override
  public String url(ClientExchange exchange) {
    return exchange.request().url().toString();
  }

  @Override
  public @Nullable String urlTemplate(ClientExchange exchange) {
    return UriTemplates.path(exchange.request().attributes().get(TEMPLATE));
  }

  @Override
  public List<String> headers(ClientExchange exchange, String name) {
    return Headers.values(exchange.request().headers(), name);
  }

  @Override
  public void setHeader(ClientExchange exchange, String name, String value) {
    exchange.changed().headers(headers -> headers.set(name, value));
  }

  @Override
  public int statusCode(ClientResponse response) {
    return response.statusCode().value();
  }

  @Override
  public List<String> responseHeaders(ClientResponse response, String name) {
    return response.headers().header(name);
  }
}
