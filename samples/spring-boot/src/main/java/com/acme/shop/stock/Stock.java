package com.acme.shop.stock;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Profile("stock")
class Stock {

  private static final Logger log = LoggerFactory.getLogger(Stock.class);

  private final JdbcClient jdbc;

  Stock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int available(String productId) {
    return jdbc.sql("SELECT available FROM stock WHERE product_id = :id")
        .param("id", productId)
        .query(Integer.class)
        .single();
  }

  /** Takes some of a product off the shelf, unless there is too little of it. */
  @Traced("reserve stock")
  boolean reserve(
      @SpanAttribute("product.id") String productId, @SpanAttribute("quantity") int quantity) {
    if (available(productId) < quantity) {
      log.warn("Too little of {} for an order of {}", productId, quantity);
      return false;
    }
    int updated =
        jdbc.sql(
                "UPDATE stock SET available = available - :quantity"
                    + " WHERE product_id = :id AND available >= :quantity")
            .param("id", productId)
            .param("quantity", quantity)
            .update();
    if (updated == 1) {
      log.info("Reserved {} {}", quantity, productId);
    }
    return updated == 1;
  }

  /** Fills every shelf up to its capacity. */
  int refill() {
    return jdbc.sql("UPDATE stock SET available = capacity WHERE available < capacity").update();
  }
}
