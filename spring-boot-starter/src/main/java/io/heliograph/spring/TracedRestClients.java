package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.HttpClientOptions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.client.ClientHttpRequestInterceptor;
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

  private final TracingInterceptor interceptor;

  TracedRestClients(Heliograph heliograph) {
    this.interceptor =
        new TracingInterceptor(
            new HttpClientInstrumentation<>(
                heliograph.openTelemetry(),
                HttpClientOptions.from(heliograph.settings()),
                new HttpRequestAdapter()));
  }

  /** What records; for any client that takes interceptors. */
  public ClientHttpRequestInterceptor interceptor() {
    return interceptor;
  }

  /** The same client with recording; itself if it records already. */
  public RestClient wrap(RestClient client) {
    List<ClientHttpRequestInterceptor> present = new ArrayList<>();
    RestClient.Builder builder = client.mutate().requestInterceptors(present::addAll);
    return isTraced(present) ? client : builder.requestInterceptor(interceptor).build();
  }

  /** Makes a template record, once however often it is called. */
  public RestTemplate wrap(RestTemplate template) {
    add(template.getInterceptors());
    return template;
  }

  RestClient.Builder wrap(RestClient.Builder builder) {
    return builder.requestInterceptors(this::add);
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
