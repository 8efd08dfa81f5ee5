package com.acme.shop.orders;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

@Singleton
class OrderDesk {

  private static final Logger log = Logger.getLogger(OrderDesk.class);

  private final Catalogue catalogue;
  private final Stockroom stockroom;
  private final Orders orders;
  private final Confirmation confirmation;
  private final ManagedExecutor executor;

  OrderDesk(
      Catalogue catalogue,
      Stockroom stockroom,
      Orders orders,
      Confirmation confirmation,
      ManagedExecutor executor) {
    this.catalogue = catalogue;
    this.stockroom = stockroom;
    this.orders = orders;
    this.confirmation = confirmation;
    this.executor = executor;
  }

  /** Each argument shows as an attribute of the span. */
  @Traced("place order")
  Order place(
      @SpanAttribute("product.id") String productId, @SpanAttribute("quantity") int quantity) {
    log.infof("Order of %d %s", quantity, catalogue.product(productId).name());
    stockroom.reserve(productId, quantity);
    Order order = new Order(UUID.randomUUID().toString(), productId, quantity, false);
    orders.add(order);
    log.infof("Order %s placed", order.id());
    executor.execute(() -> confirmation.send(order));
    return order;
  }
}
