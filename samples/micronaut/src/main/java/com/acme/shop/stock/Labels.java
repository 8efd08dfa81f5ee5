package com.acme.shop.stock;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;

/** The labels that the catalogue service prints. */
@Client(value = "${shop.catalogue-url}", path = "/products")
interface Labels {

  @Serdeable
  record Label(String text) {}

  @Get("/{id}/label")
  Label label(String id);
}
