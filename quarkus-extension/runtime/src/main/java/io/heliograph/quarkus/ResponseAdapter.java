package io.heliograph.quarkus;

import io.heliograph.instrumentation.HttpClientAdapter;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads responses of Vert.x' client, on which the others stand. */
abstract class ResponseAdapter<Q> implements HttpClientAdapter<Q, HttpClientResponse> {

  @Override
  public int statusCode(HttpClientResponse response) {
    return response.statusCode();
  }

  @Override
  public List<String> responseHeaders(HttpClientResponse response, String name) {
    return response.headers().getAll(name);
  }

  @Override
  public String protocolVersion(HttpClientResponse response) {
    return HttpVersions.number(response.version());
  }

  @Override
  public @Nullable String peerAddress(HttpClientResponse response) {
    SocketAddress peer = response.request().connection().remoteAddress();
    return peer == null ? null : peer.hostAddress();
  }

  @Override
  public int peerPort(HttpClientResponse response) {
    SocketAddress peer = response.request().connection().remoteAddress();
    return peer == null ? -1 : peer.port();
  }
}
