package com.acme.shop.stock;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes parcels, with a label that the catalogue service prints. */
@Singleton
class Packing {

  private static final Logger log = LoggerFactory.getLogger(Packing.class);

  private final Labels labels;

  Packing(Labels labels) {
    this.labels = labels;
  }

  /** The text on the parcel. */
  @Traced("pack parcel")
  String pack(
      @SpanAttribute("product.id") String productId, @SpanAttribute("quantity") int quantity) {
    String label = labels.label(productId).text();
    log.info("Packed {} {}", quantity, label);
    return label;
  }
}
