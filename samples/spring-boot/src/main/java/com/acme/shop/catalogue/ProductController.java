package com.acme.shop.catalogue;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
@Profile("catalogue")
class ProductController {

  private static final Logger log = LoggerFactory.getLogger(ProductController.class);

  private final Products products;

  ProductController(Products products) {
    this.products = products;
  }

  record Label(String text) {}

  @GetMapping
  List<Product> products() {
    return products.all();
  }

  @GetMapping("/{id}")
  ResponseEntity<Product> product(@PathVariable String id) {
    Optional<Product> product = products.find(id);
    if (product.isEmpty()) {
      log.info("No such product: {}", id);
    }
    return ResponseEntity.of(product);
  }

  @GetMapping("/{id}/label")
  ResponseEntity<Label> label(@PathVariable String id) {
    Optional<Product> product = products.find(id);
    product.ifPresent(found -> log.info("Label of {} printed", found.name()));
    return ResponseEntity.of(product.map(found -> new Label(found.name())));
  }
}
