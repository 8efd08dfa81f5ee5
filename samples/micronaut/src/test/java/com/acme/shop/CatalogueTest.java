package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Nothing about telemetry: in tests Heliograph is off by itself. */
@MicronautTest(environments = "catalogue")
@Property(name = "micronaut.server.port", value = "-1")
class CatalogueTest {

  @Inject
  @Client("/")
  HttpClient client;

  @Test
  void listsItsProducts() {
    assertThat(get("/products")).contains("Eyepiece, 25 mm", "Sextant, brass");
  }

  @Test
  void showsOneProduct() {
    assertThat(get("/products/telescope")).contains("\"price\":189.00");
  }

  @Test
  void doesNotKnowEveryProduct() {
    assertThatExceptionOfType(HttpClientResponseException.class)
        .isThrownBy(() -> get("/products/perpetuum-mobile"))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(404));
  }

  @Test
  void exportsNothing() {
    get("/products");

    assertThat(get("/ledger")).isEqualTo("[]");
  }

  private String get(String path) {
    return client.toBlocking().retrieve(path);
  }
}
