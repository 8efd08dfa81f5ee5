package com.acme.shop.catalogue;

import java.util.List;
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

  private final Products products;

  ProductController(Products products) {
    this.products = products;
  }

  @GetMapping
  List<Product> products() {
    return products.all();
  }

  @GetMapping("/{id}")
  ResponseEntity<Product> product(@PathVariable String id) {
    return ResponseEntity.of(products.find(id));
  }
}
