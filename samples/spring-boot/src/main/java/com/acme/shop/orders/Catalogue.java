package com.acme.shop.orders;

import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.RestClient;

/** The catalogue service. */
@Component
@Profile("orders")
class Catalogue {

  private final RestClient client;

  Catalogue(RestClient.Builder builder, @Value("${shop.catalogue-url}") String url) {
    this.client = builder.baseUrl(url).build();
  }

  record Product(String id, String name, BigDecimal price) {}

  Product product(String id) {
    try {
      return client.get().uri("/products/{id}", id).retrieve().requiredBody(Product.class);
    } catch (NotFound unknown) {
      throw OrderRefusedException.unknownProduct(id);
    }
  }
}
