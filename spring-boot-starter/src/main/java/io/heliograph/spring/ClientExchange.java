package io.heliograph.spring;

import org.springframework.web.reactive.function.client.ClientRequest;

/** A request of WebClient, which is immutable, with what makes the next one of it. */
record ClientExchange(ClientRequest request, ClientRequest.Builder changed) {

  static ClientExchange of(ClientRequest request) {
    return new ClientExchange(request, ClientRequest.from(request));
  }
}
