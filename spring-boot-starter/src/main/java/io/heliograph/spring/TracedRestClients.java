package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Records the calls of blocking clients that are no beans, nor built by one; a bean to inject.
 *
 * <pre>{@code
 * RestClient client = clients.wrap(RestClient.create("https://stock.acme.com"));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TracedRestClients {

  private final HttpClientInstrumentation<HttpRequest, ClientHttpResponse> instrumentation;
  private final TracingInterceptor interceptor;

  TracedRestClients(Heliograph heliograph) {
    this.instrumentation = HttpClientInstrumentation.of(heliograph, new HttpRequestAdapter());
    this.interceptor = new TracingInterceptor(instrumentation);
  }

  /** What records; for any client that takes interceptors. */
  public ClientHttpRequestInterceptor interceptor() {
    return interceptor;
  }

  /** The same client with recording; itself if it records already. */
  public RestClient wrap(RestClient client) {
    RestClient.Builder builder = client.mutate();
    return record(builder) ? builder.build() : client;
  }

  /** Makes a template record, once however often it is called. */
  public RestTemplate wrap(RestTemplate template) {
    add(template.getInterceptors());
    return template;
  }

  RestClient.Builder wrap(RestClient.Builder builder) {
    return RestClientBuilders.completed(builder, this::record);
  }

  /** False if its clients record already. */
  private boolean record(RestClient.Builder builder) {
    List<ClientHttpRequestInterceptor> present = new ArrayList<>();
    // Of a copy: with a list of interceptors, be it empty, a client works as if it had some.
    builder.clone().requestInterceptors(present::addAll);
    ClientHttpRequestFactory factory = RestClientBuilders.requestFactory(builder);
    if (isTraced(present) || factory instanceof TracingRequestFactory) {
      return false;
    }
    if (factory == null) {
      builder.requestInterceptor(interceptor);
    } else {
      builder.requestFactory(new TracingRequestFactory(factory, instrumentation));
    }
    return true;
  }

  /** Last, so that each attempt of an interceptor that retries is recorded. */
  private void add(List<ClientHttpRequestInterceptor> interceptors) {
    if (!isTraced(interceptors)) {
      interceptors.add(interceptor);
    }
  }

  private static boolean isTraced(List<ClientHttpRequestInterceptor> interceptors) {
    return interceptors.stream().anyMatch(TracingInterceptor.class::isInstance);
  }
}
