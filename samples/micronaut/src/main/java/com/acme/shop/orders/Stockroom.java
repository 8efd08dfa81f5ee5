package com.acme.shop.orders;

import com.acme.shop.orders.StockClient.Level;
import com.acme.shop.orders.StockClient.Parcel;
import com.acme.shop.orders.StockClient.Reservation;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import reactor.core.publisher.Mono;

/** What the stock service does for orders. */
@Singleton
class Stockroom {

  private final StockClient client;

  Stockroom(StockClient client) {
    this.client = client;
  }

  void reserve(String productId, int quantity) {
    try {
      client.reserve(productId, new Reservation(quantity));
    } catch (HttpClientResponseException e) {
      throw e.getStatus() == HttpStatus.CONFLICT
          ? OrderRefusedException.tooLittleStock(productId)
          : e;
    }
  }

  /** Sends what is ordered on its way. */
  Parcel pack(Order order) {
    return client.pack(order.productId(), new Reservation(order.quantity()));
  }

  Mono<Level> level(String productId) {
    return client.level(productId);
  }
}
