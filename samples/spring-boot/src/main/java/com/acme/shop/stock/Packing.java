package com.acme.shop.stock;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Makes parcels, with a label that the catalogue service prints. */
@Component
@Profile("stock")
class Packing {

  private static final Logger log = LoggerFactory.getLogger(Packing.class);

  private final RestClient catalogue;

  Packing(RestClient.Builder builder, @Value("${shop.catalogue-url}") String url) {
    this.catalogue = builder.baseUrl(url).build();
  }

  record Label(String text) {}

  /** The text on the parcel. */
  @Traced("pack parcel")
  String pack(
      @SpanAttribute("product.id") String productId, @SpanAttribute("quantity") int quantity) {
    Label label =
        catalogue.get().uri("/products/{id}/label", productId).retrieve().requiredBody(Label.class);
    log.info("Packed {} {}", quantity, label.text());
    return label.text();
  }
}
