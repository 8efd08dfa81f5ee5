package com.acme.shop.catalogue;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/products")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProductController {

  private static final Logger log = LoggerFactory.getLogger(ProductController.class);

  private final Products products;

  ProductController(Products products) {
    this.products = products;
  }

  @Serdeable
  record Label(String text) {}

  @Get
  List<Product> products() {
    return products.all();
  }

  @Get("/{id}")
  Optional<Product> product(String id) {
    Optional<Product> product = products.find(id);
    if (product.isEmpty()) {
      log.info("No such product: {}", id);
    }
    return product;
  }

  @Get("/{id}/label")
  Optional<Label> label(String id) {
    Optional<Product> product = products.find(id);
    product.ifPresent(found -> log.info("Label of {} printed", found.name()));
    return product.map(found -> new Label(found.name()));
  }
}
