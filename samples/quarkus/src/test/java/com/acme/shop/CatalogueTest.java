package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.CatalogueTest.Catalogue;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing about telemetry: in tests Heliograph is off by itself. */
@QuarkusTest
@TestProfile(Catalogue.class)
class CatalogueTest {

  /** The service that is tested. */
  public static class Catalogue implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
      return "catalogue";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.test-port", "0");
    }
  }

  @TestHTTPResource URI uri;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void listsItsProducts() throws Exception {
    assertThat(get("/products").body()).contains("Eyepiece, 25 mm", "Sextant, brass");
  }

  @Test
  void showsOneProduct() throws Exception {
    assertThat(get("/products/telescope").body()).contains("\"price\":189.00");
  }

  @Test
  void doesNotKnowEveryProduct() throws Exception {
    assertThat(get("/products/perpetuum-mobile").statusCode()).isEqualTo(404);
  }

  @Test
  void exportsNothing() throws Exception {
    get("/products");

    assertThat(get("/ledger").body()).isEqualTo("[]");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.ofString());
  }
}
