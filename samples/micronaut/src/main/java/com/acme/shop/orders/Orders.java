package com.acme.shop.orders;

import com.acme.shop.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
class Orders {

  private final Database database;

  Orders(Database database) {
    this.database = database;
  }

  void add(Order order) {
    database.update(
        "INSERT INTO customer_order (id, product_id, quantity) VALUES (?, ?, ?)",
        order.id(),
        order.productId(),
        order.quantity());
  }

  void confirm(String id) {
    database.update("UPDATE customer_order SET confirmed = TRUE WHERE id = ?", id);
  }

  Optional<Order> find(String id) {
    return database
        .query(
            "SELECT id, product_id, quantity, confirmed FROM customer_order WHERE id = ?",
            Orders::read,
            id)
        .stream()
        .findFirst();
  }

  private static Order read(ResultSet row) throws SQLException {
    return new Order(row.getString(1), row.getString(2), row.getInt(3), row.getBoolean(4));
  }
}
