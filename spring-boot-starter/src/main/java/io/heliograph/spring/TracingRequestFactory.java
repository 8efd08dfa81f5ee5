package io.heliograph.spring;

import io.heliograph.instrumentation.HttpClientInstrumentation;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Records each request that a factory makes.
 *
 * <p>Why not {@link TracingInterceptor}: a client with interceptors makes each request twice,
 * copies all headers from one to the other and reads the whole body into memory first.
 */
final class TracingRequestFactory implements ClientHttpRequestFactory {

  private final ClientHttpRequestFactory factory;
  private final HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation;

  TracingRequestFactory(
      ClientHttpRequestFactory factory,
      HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation) {
    this.factory = factory;
    this.instrumentation = instrumentation;
  }

  @Override
  public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
    ClientHttpRequest request = factory.createRequest(uri, method);
    return request instanceof StreamingHttpOutputMessage streaming
        ? new TracingRequest.OfStream(request, streaming, instrumentation)
        : new TracingRequest(request, instrumentation);
  }
}
