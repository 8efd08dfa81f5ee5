package com.acme.shop.orders;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Optional;

/** The catalogue service. */
@Client(value = "${shop.catalogue-url}", path = "/products")
interface CatalogueClient {

  @Serdeable
  record Product(String id, String name, BigDecimal price) {}

  @Get("/{id}")
  Optional<Product> product(String id);
}
