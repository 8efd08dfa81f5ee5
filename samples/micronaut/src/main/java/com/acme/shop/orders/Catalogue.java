package com.acme.shop.orders;

import com.acme.shop.orders.CatalogueClient.Product;
import jakarta.inject.Singleton;

/** What the catalogue service knows. */
@Singleton
class Catalogue {

  private final CatalogueClient client;

  Catalogue(CatalogueClient client) {
    this.client = client;
  }

  Product product(String id) {
    return client.product(id).orElseThrow(() -> OrderRefusedException.unknownProduct(id));
  }
}
