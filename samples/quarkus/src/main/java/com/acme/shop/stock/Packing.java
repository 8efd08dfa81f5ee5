package com.acme.shop.stock;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Makes parcels, with a label that the catalogue service prints. */
@Singleton
class Packing {

  private static final Logger log = Logger.getLogger(Packing.class);

  private final Labels labels;

  Packing(@RestClient Labels labels) {
    this.labels = labels;
  }

  /** The text on the parcel. */
  @Traced("pack parcel")
  String pack(
      @SpanAttribute("product.id") String productId, @SpanAttribute("quantity") int quantity) {
    String label = labels.label(productId).text();
    log.infof("Packed %d %s", quantity, label);
    return label;
  }
}
