package io.heliograph.instrumentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

class FakeClientAdapter implements HttpClientAdapter<FakeRequest, FakeResponse> {

  @Override
  public String instrumentationName() {
    return "io.heliograph.fake.client";
  }

  @Override
  public @Nullable String method(FakeRequest request) {
    return request.method;
  }

  @Override
  public @Nullable String url(FakeRequest request) {
    return request.url;
  }

  @Override
  public @Nullable String urlTemplate(FakeRequest request) {
    return request.urlTemplate;
  }

  @Override
  public int resendCount(FakeRequest request) {
    return request.resendCount;
  }

  @Override
  public List<String> headers(FakeRequest request, String name) {
    return request.headers(name);
  }

  @Override
  public void setHeader(FakeRequest request, String name, String value) {
    request.header(name, value);
  }

  @Override
  public int statusCode(FakeResponse response) {
    return response.status();
  }

  @Override
  public List<String> responseHeaders(FakeResponse response, String name) {
    return response.headers(name);
  }

  @Override
  public String protocolVersion(FakeResponse response) {
    return "2";
  }

  @Override
  public String peerAddress(FakeResponse response) {
    return "10.0.0.9";
  }

  @Override
  public int peerPort(FakeResponse response) {
    return 443;
  }
}
