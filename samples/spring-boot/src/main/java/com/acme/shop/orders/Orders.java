package com.acme.shop.orders;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Profile("orders")
class Orders {

  private final JdbcClient jdbc;

  Orders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Order order) {
    jdbc.sql("INSERT INTO customer_order (id, product_id, quantity) VALUES (?, ?, ?)")
        .params(order.id(), order.productId(), order.quantity())
        .update();
  }

  void confirm(String id) {
    jdbc.sql("UPDATE customer_order SET confirmed = TRUE WHERE id = :id").param("id", id).update();
  }

  Optional<Order> find(String id) {
    return jdbc.sql("SELECT id, product_id, quantity, confirmed FROM customer_order WHERE id = :id")
        .param("id", id)
        .query(Order.class)
        .optional();
  }
}
