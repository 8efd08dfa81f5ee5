package com.acme.shop.catalogue;

import com.acme.shop.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@Singleton
class Products {

  private final Database database;

  Products(Database database) {
    this.database = database;
  }

  List<Product> all() {
    return database.query("SELECT id, name, price FROM product ORDER BY name", Products::read);
  }

  Optional<Product> find(String id) {
    return database
        .query("SELECT id, name, price FROM product WHERE id = ?", Products::read, id)
        .stream()
        .findFirst();
  }

  private static Product read(ResultSet row) throws SQLException {
    return new Product(row.getString("id"), row.getString("name"), row.getBigDecimal("price"));
  }
}
