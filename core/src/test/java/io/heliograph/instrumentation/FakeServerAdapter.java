package io.heliograph.instrumentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

class FakeServerAdapter implements HttpServerAdapter<FakeRequest, FakeResponse> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.fake.server";
  }

  @Override
  public @Nullable String method(FakeRequest request) {
    return request.method;
  }

  @Override
  public @Nullable String scheme(FakeRequest request) {
    return request.scheme;
  }

  @Override
  public @Nullable String path(FakeRequest request) {
    return request.path;
  }

  @Override
  public @Nullable String query(FakeRequest request) {
    return request.query;
  }

  @Override
  public @Nullable String peerAddress(FakeRequest request) {
    return request.peerAddress;
  }

  @Override
  public int peerPort(FakeRequest request) {
    return request.peerPort;
  }

  @Override
  public @Nullable String protocolVersion(FakeRequest request) {
    return request.protocolVersion;
  }

  @Override
  public Iterable<String> headerNames(FakeRequest request) {
    return request.headers.keySet();
  }

  @Override
  public @Nullable String header(FakeRequest request, String name) {
    List<String> values = request.headers(name);
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public List<String> headers(FakeRequest request, String name) {
    return request.headers(name);
  }

  @Override
  public @Nullable String route(FakeRequest request, @Nullable FakeResponse response) {
    return response == null ? request.routeAtStart : request.routeAtEnd;
  }

  @Override
  public int statusCode(FakeResponse response) {
    return response.status();
  }

  @Override
  public List<String> responseHeaders(FakeResponse response, String name) {
    return response.headers(name);
  }
}
