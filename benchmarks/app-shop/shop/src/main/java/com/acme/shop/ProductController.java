package com.acme.shop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A request of two spans: itself and a query. */
@RestController
class ProductController {

  private static final Logger log = LoggerFactory.getLogger(ProductController.class);

  private final Shelf shelf;

  ProductController(Shelf shelf) {
    this.shelf = shelf;
  }

  @GetMapping("/products/{id}")
  Product product(@PathVariable String id) {
    Product product = shelf.product(id);
    log.info("Product {} looked up", product.name());
    return product;
  }
}
