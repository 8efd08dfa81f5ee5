package io.heliograph.vertx;

import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.impl.HttpContext;
import java.util.List;

/** Reads requests of Vert.x' web client. */
final class WebClientAdapter extends VertxResponseAdapter<HttpContext<?>> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.vertx.webclient";
  }

  @Override
  public String method(HttpContext<?> call) {
    return call.requestOptions().getMethod().name();
  }

  @Override
  public String url(HttpContext<?> call) {
    RequestOptions request = call.requestOptions();
    String scheme = Boolean.TRUE.equals(request.isSsl()) ? "https://" : "http://";
    return scheme + request.getHost() + ":" + request.getPort() + request.getURI();
  }

  @Override
  public List<String> headers(HttpContext<?> call, String name) {
    return call.requestOptions().getHeaders().getAll(name);
  }

  @Override
  public void setHeader(HttpContext<?> call, String name, String value) {
    call.requestOptions().putHeader(name, value);
  }
}
