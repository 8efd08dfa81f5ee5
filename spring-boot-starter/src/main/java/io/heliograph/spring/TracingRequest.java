package io.heliograph.spring;

import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.Operation;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A request of a blocking client that is recorded while it is sent, and otherwise as it is. */
class TracingRequest implements ClientHttpRequest {

  private final ClientHttpRequest request;
  private final HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation;

  TracingRequest(
      ClientHttpRequest request,
      HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation) {
    this.request = request;
    this.instrumentation = instrumentation;
  }

  /** One whose body is written when it is sent: Spring would else have all of it in memory. */
  static final class OfStream extends TracingRequest implements StreamingHttpOutputMessage {

    private final StreamingHttpOutputMessage streaming;

    OfStream(
        ClientHttpRequest request,
        StreamingHttpOutputMessage streaming,
        HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation) {
      super(request, instrumentation);
      this.streaming = streaming;
    }

    @Override
    public void setBody(Body body) {
      streaming.setBody(body);
    }
  }

  @Override
  public final ClientHttpResponse execute() throws IOException {
    return record(instrumentation.start(request), request::execute);
  }

  /** A request on its way. */
  interface Exchange {
    ClientHttpResponse run() throws IOException;
  }

  /** Runs it inside its operation, which it ends. */
  @SuppressWarnings("try") // the scope is only to be closed
  static ClientHttpResponse record(Operation<ClientHttpResponse> operation, Exchange exchange)
      throws IOException {
    try (Scope ignored = operation.makeCurrent()) {
      ClientHttpResponse response = exchange.run();
      operation.end(response, null);
      return response;
    } catch (Throwable thrown) {
      operation.end(null, thrown);
      throw thrown;
    }
  }

  @Override
  public final OutputStream getBody() throws IOException {
    return request.getBody();
  }

  @Override
  public final HttpHeaders getHeaders() {
    return request.getHeaders();
  }

  @Override
  public final HttpMethod getMethod() {
    return request.getMethod();
  }

  @Override
  public final URI getURI() {
    return request.getURI();
  }

  @Override
  public final Map<String, Object> getAttributes() {
    return request.getAttributes();
  }
}
