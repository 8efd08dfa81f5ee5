package com.acme.shop.stock;

import com.acme.shop.Database;
import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Singleton
class Stock {

  private static final Logger log = LoggerFactory.getLogger(Stock.class);

  private final Database database;

  Stock(Database database) {
    this.database = database;
  }

  int available(String productId) {
    List<Integer> levels =
        database.query(
            "SELECT available FROM stock WHERE product_id = ?", row -> row.getInt(1), productId);
    if (levels.isEmpty()) {
      throw new NoSuchElementException("nobody has counted " + productId);
    }
    return levels.get(0);
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
        database.update(
            "UPDATE stock SET available = available - ? WHERE product_id = ? AND available >= ?",
            quantity,
            productId,
            quantity);
    if (updated == 1) {
      log.info("Reserved {} {}", quantity, productId);
    }
    return updated == 1;
  }

  /** Fills every shelf up to its capacity. */
  int refill() {
    return database.update("UPDATE stock SET available = capacity WHERE available < capacity");
  }
}
