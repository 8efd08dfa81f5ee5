package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.HttpClientOptions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Records the calls of reactive clients that are no beans, nor built by one; a bean to inject.
 *
 * <pre>{@code
 * WebClient client = clients.wrap(WebClient.create("https://stock.acme.com"));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TracedWebClients {

  private final WebClientTracingFilter filter;

  TracedWebClients(Heliograph heliograph) {
    this.filter =
        new WebClientTracingFilter(
            new HttpClientInstrumentation<>(
                heliograph.openTelemetry(),
                HttpClientOptions.from(heliograph.settings()),
                new WebClientAdapter()));
  }

  /** What records; for any client that takes filters. */
  public ExchangeFilterFunction filter() {
    return filter;
  }

  /** The same client with recording; itself if it records already. */
  public WebClient wrap(WebClient client) {
    List<ExchangeFilterFunction> present = new ArrayList<>();
    WebClient.Builder builder = client.mutate().filters(present::addAll);
    return isTraced(present) ? client : builder.filter(filter).build();
  }

  /** Last, so that each attempt of a filter that retries is recorded. */
  WebClient.Builder wrap(WebClient.Builder builder) {
    return builder.filters(
        filters -> {
          if (!isTraced(filters)) {
            filters.add(filter);
          }
        });
  }

  private static boolean isTraced(List<ExchangeFilterFunction> filters) {
    return filters.stream().anyMatch(WebClientTracingFilter.class::isInstance);
  }
}
