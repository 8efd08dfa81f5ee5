package com.acme.shop.orders;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Async;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Confirms an order while the customer has the answer already. */
@Singleton
class Confirmation {

  private static final Logger log = LoggerFactory.getLogger(Confirmation.class);

  private final Stockroom stockroom;
  private final Orders orders;

  Confirmation(Stockroom stockroom, Orders orders) {
    this.stockroom = stockroom;
    this.orders = orders;
  }

  @Async(TaskExecutors.BLOCKING)
  @Traced("confirm order")
  void send(@SpanAttribute("order") Order order) {
    StockClient.Level level = stockroom.level(order.productId()).block();
    orders.confirm(order.id());
    log.info("Order {} confirmed, {} left in stock", order.id(), level.available());
  }
}
