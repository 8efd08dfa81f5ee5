package com.acme.shop.orders;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The stock service: reservations over the blocking client, levels over the reactive one. */
@Component
@Profile("orders")
class Stockroom {

  private final RestClient client;
  private final WebClient reactiveClient;

  Stockroom(
      RestClient.Builder builder,
      WebClient.Builder reactiveBuilder,
      @Value("${shop.stock-url}") String url) {
    this.client = builder.baseUrl(url).build();
    this.reactiveClient = reactiveBuilder.baseUrl(url).build();
  }

  record Reservation(int quantity) {}

  record Level(int available) {}

  record Parcel(int quantity, String label) {}

  void reserve(String productId, int quantity) {
    try {
      client
          .post()
          .uri("/stock/{id}/reservations", productId)
          .body(new Reservation(quantity))
          .retrieve()
          .toBodilessEntity();
    } catch (Conflict tooLittle) {
      throw OrderRefusedException.tooLittleStock(productId);
    }
  }

  /** Sends what is ordered on its way. */
  Parcel pack(Order order) {
    return client
        .post()
        .uri("/stock/{id}/parcels", order.productId())
        .body(new Reservation(order.quantity()))
        .retrieve()
        .requiredBody(Parcel.class);
  }

  Mono<Level> level(String productId) {
    return reactiveClient.get().uri("/stock/{id}", productId).retrieve().bodyToMono(Level.class);
  }
}
