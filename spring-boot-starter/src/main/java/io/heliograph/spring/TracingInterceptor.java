package io.heliograph.spring;

import io.heliograph.instrumentation.HttpClientInstrumentation;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Records each request that a blocking client sends. */
final class TracingInterceptor implements ClientHttpRequestInterceptor {

  private final HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation;

  TracingInterceptor(HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    return TracingRequest.record(
        instrumentation.start(request), () -> execution.execute(request, body));
  }
}
