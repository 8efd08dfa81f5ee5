package io.heliograph.spring.app;

import io.heliograph.contract.ContractClientEndpoint;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** The handler of {@link ContractClientEndpoint} on a thread that may block. */
@Component
class BlockingClients {

  private final RestClient restClient;
  private final RestTemplate restTemplate;
  private final WebClient webClient;

  BlockingClients(RestClient restClient, RestTemplate restTemplate, WebClient webClient) {
    this.restClient = restClient;
    this.restTemplate = restTemplate;
    this.webClient = webClient;
  }

  String call(String kind, String method, String url) {
    try (Scope ignored = baggage().makeCurrent()) {
      return String.valueOf(status(kind, HttpMethod.valueOf(method), URI.create(url)));
    } catch (RestClientResponseException e) {
      return String.valueOf(e.getStatusCode().value());
    } catch (ResourceAccessException | WebClientRequestException e) {
      return "failed";
    }
  }

  static Baggage baggage() {
    return Baggage.builder()
        .put(ContractClientEndpoint.BAGGAGE_KEY, ContractClientEndpoint.BAGGAGE_VALUE)
        .build();
  }

  private int status(String kind, HttpMethod method, URI url) {
    return switch (kind) {
      case "rest-client" ->
          restClient.method(method).uri(url).retrieve().toBodilessEntity().getStatusCode().value();
      case "rest-template" ->
          restTemplate.exchange(url, method, null, String.class).getStatusCode().value();
      case "web-client" ->
          webClient
              .method(method)
              .uri(url)
              .exchangeToMono(r -> r.releaseBody().thenReturn(r.statusCode().value()))
              .block();
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
