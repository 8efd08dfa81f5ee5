package com.acme.shop.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Profile("catalogue")
class Products {

  private final JdbcClient jdbc;

  Products(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Product> all() {
    return jdbc.sql("SELECT id, name, price FROM product ORDER BY name")
        .query(Product.class)
        .list();
  }

  Optional<Product> find(String id) {
    return jdbc.sql("SELECT id, name, price FROM product WHERE id = :id")
        .param("id", id)
        .query(Product.class)
        .optional();
  }
}
