package com.acme.shop;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Shelf {

  private final JdbcClient jdbc;

  Shelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Order(String id, String customerId, String productId, int quantity) {}

  Product product(String id) {
    return jdbc.sql("SELECT id, name, price FROM product WHERE id = :id")
        .param("id", id)
        .query(Product.class)
        .single();
  }

  Order order(String id) {
    return jdbc.sql(
            "SELECT id, customer_id, product_id, quantity FROM customer_order WHERE id = :id")
        .param("id", id)
        .query(Order.class)
        .single();
  }

  String customerName(String id) {
    return jdbc.sql("SELECT name FROM customer WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  int available(String productId) {
    return jdbc.sql("SELECT available FROM stock WHERE product_id = :id")
        .param("id", productId)
        .query(Integer.class)
        .single();
  }
}
