package com.acme.shop.orders;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import reactor.core.publisher.Mono;

/** The stock service: levels reactively, all else blocking. */
@Client(value = "${shop.stock-url}", path = "/stock")
interface StockClient {

  @Serdeable
  record Reservation(int quantity) {}

  @Serdeable
  record Level(int available) {}

  @Serdeable
  record Parcel(int quantity, String label) {}

  @Post("/{id}/reservations")
  void reserve(String id, @Body Reservation reservation);

  @Post("/{id}/parcels")
  Parcel pack(String id, @Body Reservation content);

  @Get("/{id}")
  Mono<Level> level(String id);
}
