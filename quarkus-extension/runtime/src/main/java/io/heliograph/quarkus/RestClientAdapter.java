package io.heliograph.quarkus;

import io.heliograph.vertx.VertxResponseAdapter;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests of Quarkus' REST client. */
final class RestClientAdapter extends VertxResponseAdapter<ClientRequestContext> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.quarkus.restclient";
  }

  @Override
  public String method(ClientRequestContext request) {
    return request.getMethod();
  }

  @Override
  public String url(ClientRequestContext request) {
    return request.getUri().toString();
  }

  @Override
  public @Nullable String urlTemplate(ClientRequestContext request) {
    return UrlTemplates.of(request);
  }

  @Override
  public List<String> headers(ClientRequestContext request, String name) {
    return request.getStringHeaders().getOrDefault(name, List.of());
  }

  @Override
  public void setHeader(ClientRequestContext request, String name, String value) {
    request.getHeaders().putSingle(name, value);
  }
}
