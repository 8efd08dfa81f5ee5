package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.RestClient;

/** Nothing about telemetry: in tests Heliograph is off by itself. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("catalogue")
class CatalogueTest {

  private RestClient client;

  @BeforeEach
  void connect(@Value("${local.server.port}") int port) {
    client = RestClient.create("http://127.0.0.1:" + port);
  }

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
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> get("/products/perpetuum-mobile"));
  }

  @Test
  void exportsNothing() {
    get("/products");

    assertThat(get("/ledger")).isEqualTo("[]");
  }

  private String get(String path) {
    return client.get().uri(path).retrieve().body(String.class);
  }
}
