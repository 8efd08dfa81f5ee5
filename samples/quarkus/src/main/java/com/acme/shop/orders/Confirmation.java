package com.acme.shop.orders;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Confirms an order while the customer has the answer already. */
@Singleton
class Confirmation {

  private static final Logger log = Logger.getLogger(Confirmation.class);

  private final Stockroom stockroom;
  private final Orders orders;

  Confirmation(Stockroom stockroom, Orders orders) {
    this.stockroom = stockroom;
    this.orders = orders;
  }

  @Traced("confirm order")
  void send(@SpanAttribute("order") Order order) {
    StockClient.Level level = stockroom.level(order.productId()).await().indefinitely();
    orders.confirm(order.id());
    log.infof("Order %s confirmed, %d left in stock", order.id(), level.available());
  }
}
