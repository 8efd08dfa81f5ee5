package io.heliograph.vertx;

import io.heliograph.instrumentation.HttpClientAdapter;
import io.heliograph.instrumentation.HttpVersions;
import io.vertx.core.http.HttpClientResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses of Vert.x' HTTP client, on which other clients stand.
 *
 * @param <Q> the request of the other client
 */
public abstract class VertxResponseAdapter<Q> implements HttpClientAdapter<Q, HttpClientResponse> {

  @Override
  public int statusCode(HttpClientResponse response) {
    return response.statusCode();
  }

  @Override
  public List<String> responseHeaders(HttpClientResponse response, String name) {
    return response.headers().getAll(name);
  }

  @Override
  public @Nullable String protocolVersion(HttpClientResponse response) {
    return HttpVersions.number(response.version().name());
  }
}
