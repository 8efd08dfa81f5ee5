package com.acme.shop.orders;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/** Confirms an order while the customer has the answer already. */
@Component
@Profile("orders")
class Confirmation {

  private static final Logger log = LoggerFactory.getLogger(Confirmation.class);

  private final Stockroom stockroom;
  private final Orders orders;

  Confirmation(Stockroom stockroom, Orders orders) {
    this.stockroom = stockroom;
    this.orders = orders;
  }

  @Async
  @Traced("confirm order")
  void send(@SpanAttribute("order") Order order) {
    Stockroom.Level level = stockroom.level(order.productId()).block();
    orders.confirm(order.id());
    log.info("Order {} confirmed, {} left in stock", order.id(), level.available());
  }
}
