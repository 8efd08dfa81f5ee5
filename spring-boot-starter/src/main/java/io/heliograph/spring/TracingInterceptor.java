package io.heliograph.spring;

import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Scope;
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
  @SuppressWarnings("try") // the scope is only to be closed
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    Operation<ClientHttpResponse> operation = instrumentation.start(request);
    try (Scope ignored = operation.makeCurrent()) {
      ClientHttpResponse response = execution.execute(request, body);
      operation.end(response, null);
      return response;
    } catch (Throwable thrown) {
      operation.end(null, thrown);
      throw thrown;
    }
  }
}
