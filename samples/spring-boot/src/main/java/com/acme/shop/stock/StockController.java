package com.acme.shop.stock;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/stock/{productId}")
@Profile("stock")
class StockController {

  private final Stock stock;
  private final Packing packing;

  StockController(Stock stock, Packing packing) {
    this.stock = stock;
    this.packing = packing;
  }

  record Level(String productId, int available) {}

  record Reservation(int quantity) {}

  record Parcel(int quantity, String label) {}

  @GetMapping
  Level level(@PathVariable String productId) {
    return new Level(productId, stock.available(productId));
  }

  @PostMapping("/reservations")
  @ResponseStatus(HttpStatus.CREATED)
  void reserve(@PathVariable String productId, @RequestBody Reservation reservation) {
    if (!stock.reserve(productId, reservation.quantity())) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "Too little of " + productId);
    }
  }

  @PostMapping("/parcels")
  @ResponseStatus(HttpStatus.CREATED)
  Parcel pack(@PathVariable String productId, @RequestBody Reservation content) {
    return new Parcel(content.quantity(), packing.pack(productId, content.quantity()));
  }
}
