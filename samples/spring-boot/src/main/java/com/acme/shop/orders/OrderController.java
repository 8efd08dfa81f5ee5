package com.acme.shop.orders;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/orders")
@Profile("orders")
class OrderController {

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final OrderDesk desk;
  private final Orders orders;
  private final Catalogue catalogue;
  private final Stockroom stockroom;

  OrderController(OrderDesk desk, Orders orders, Catalogue catalogue, Stockroom stockroom) {
    this.desk = desk;
    this.orders = orders;
    this.catalogue = catalogue;
    this.stockroom = stockroom;
  }

  record NewOrder(String productId, int quantity) {}

  record OrderView(Order order, Catalogue.Product product) {}

  @PostMapping
  ResponseEntity<Order> place(@RequestBody NewOrder wish) {
    Order order = desk.place(wish.productId(), wish.quantity());
    return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
  }

  @GetMapping("/{id}")
  OrderView order(@PathVariable String id) {
    Order order = known(id);
    log.info("Order {} looked up", id);
    return new OrderView(order, catalogue.product(order.productId()));
  }

  /** Every service that is called on the way is told which order it works for. */
  @PostMapping("/{id}/delivery")
  Stockroom.Parcel deliver(@PathVariable String id) {
    Order order = known(id);
    Baggage baggage = Baggage.current().toBuilder().put("order.id", id).build();
    Stockroom.Parcel parcel =
        Context.current().with(baggage).wrapSupplier(() -> stockroom.pack(order)).get();
    log.info("Order {} on its way", id);
    return parcel;
  }

  private Order known(String id) {
    return orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @ExceptionHandler
  ProblemDetail refused(OrderRefusedException refusal) {
    log.warn("Order refused: {}", refusal.getReason());
    return refusal.getBody();
  }
}
