package com.acme.shop.orders;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Singleton
class OrderDesk {

  private static final Logger log = LoggerFactory.getLogger(OrderDesk.class);

  private final Catalogue catalogue;
  private final Stockroom stockroom;
  private final Orders orders;
  private final Confirmation confirmation;

  OrderDesk(Catalogue catalogue, Stockroom stockroom, Orders orders, Confirmation confirmation) {
    this.catalogue = catalogue;
    this.stockroom = stockroom;
    this.orders = orders;
    this.confirmation = confirmation;
  }

  /** Each argument shows as an attribute of the span. */
  @Traced("place order")
  Order place(
      @SpanAttribute("product.id") String productId, @SpanAttribute("quantity") int quantity) {
    log.info("Order of {} {}", quantity, catalogue.product(productId).name());
    stockroom.reserve(productId, quantity);
    Order order = new Order(UUID.randomUUID().toString(), productId, quantity, false);
    orders.add(order);
    log.info("Order {} placed", order.id());
    confirmation.send(order);
    return order;
  }
}
