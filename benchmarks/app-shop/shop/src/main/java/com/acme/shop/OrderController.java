package com.acme.shop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** A request of six spans: itself, four queries and a call. */
@RestController
class OrderController {

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final Shelf shelf;
  private final RestClient delivery;

  OrderController(
      Shelf shelf, RestClient.Builder builder, @Value("${shop.delivery-url}") String url) {
    this.shelf = shelf;
    this.delivery = builder.baseUrl(url).build();
  }

  record OrderView(
      Shelf.Order order, String customer, Product product, int available, String delivery) {}

  @GetMapping("/orders/{id}")
  OrderView order(@PathVariable String id) {
    Shelf.Order order = shelf.order(id);
    log.info("Order {} looked up", id);
    return new OrderView(
        order,
        shelf.customerName(order.customerId()),
        shelf.product(order.productId()),
        shelf.available(order.productId()),
        delivery.get().uri("/deliveries/{id}", id).retrieve().requiredBody(String.class));
  }
}
