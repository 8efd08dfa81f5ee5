package com.acme.shop.orders;

import com.acme.shop.orders.CatalogueClient.Product;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the catalogue service knows. */
@Singleton
class Catalogue {

  private final CatalogueClient client;

  Catalogue(@RestClient CatalogueClient client) {
    this.client = client;
  }

  Product product(String id) {
    try {
      return client.product(id);
    } catch (WebApplicationException e) {
      throw e.getResponse().getStatus() == 404 ? OrderRefusedException.unknownProduct(id) : e;
    }
  }
}
