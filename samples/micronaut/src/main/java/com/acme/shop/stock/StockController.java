package com.acme.shop.stock;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;

@Controller("/stock/{productId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class StockController {

  private final Stock stock;
  private final Packing packing;

  StockController(Stock stock, Packing packing) {
    this.stock = stock;
    this.packing = packing;
  }

  @Serdeable
  record Level(String productId, int available) {}

  @Serdeable
  record Reservation(int quantity) {}

  @Serdeable
  record Parcel(int quantity, String label) {}

  @Get
  Level level(String productId) {
    return new Level(productId, stock.available(productId));
  }

  @Post("/reservations")
  @Status(HttpStatus.CREATED)
  void reserve(String productId, @Body Reservation reservation) {
    if (!stock.reserve(productId, reservation.quantity())) {
      throw new HttpStatusException(HttpStatus.CONFLICT, "Too little of " + productId);
    }
  }

  @Post("/parcels")
  @Status(HttpStatus.CREATED)
  Parcel pack(String productId, @Body Reservation content) {
    return new Parcel(content.quantity(), packing.pack(productId, content.quantity()));
  }
}
