package com.acme.shop.orders;

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

  OrderController(OrderDesk desk, Orders orders, Catalogue catalogue) {
    this.desk = desk;
    this.orders = orders;
    this.catalogue = catalogue;
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
    Order order =
        orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    log.info("Order {} looked up", id);
    return new OrderView(order, catalogue.product(order.productId()));
  }

  @ExceptionHandler
  ProblemDetail refused(OrderRefusedException refusal) {
    log.warn("Order refused: {}", refusal.getReason());
    return refusal.getBody();
  }
}
