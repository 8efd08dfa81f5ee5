package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientRequestsTest {

  private static final String URL = "http://a.example:81/orders/42?q=lamp";

  private final HttpClientRequests requests = new HttpClientRequests();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example:81/orders/43",
        "http://a.example:81?q=http://b.example",
        "http://a.example:81#top",
        "http://a.example:81"
      })
  void makesOneForAllCallsToAServer(String other) {
    assertThat(get(other)).isSameAs(get(URL)).isSameAs(get(new String(URL)));
  }

  @ParameterizedTest
  @CsvSource({
    // The first two pairs are looked for at one place each, and one begins as the other does.
    "http://a.example/, http://b.example/, a.example, 80, b.example, 80",
    "http://h:1/, http://h:113/, h, 1, h, 113",
    "http://a.example/, http://a.example.org/, a.example, 80, a.example.org, 80",
    "http://a.example:8/, http://a.example:81/, a.example, 8, a.example, 81",
    "http://a.example:8080/, http://a.example:8081/, a.example, 8080, a.example, 8081",
    "http://a.example/, https://a.example/, a.example, 80, a.example, 443",
    "http://[::1]/, http://[::2]/, ::1, 80, ::2, 80",
  })
  void tellsServersApart(
      String url, String other, String host, int port, String otherHost, int otherPort) {
    for (int round = 0; round < 3; round++) { // Only the first is not known.
      assertSays(get(url), host, port);
      assertSays(get(other), otherHost, otherPort);
    }
    assertThat(get(url)).isSameAs(get(url));
  }

  @Test
  void tellsTemplatesAndMethodsApart() {
    for (int round = 0; round < 3; round++) {
      assertThat(get(URL).spanName()).isEqualTo("GET");
      assertThat(template(get(URL))).isNull();
      HttpClientRequest order = requests.of("GET", URL, "/orders/{id}");
      assertThat(order.spanName()).isEqualTo("GET /orders/{id}");
      assertThat(template(order)).isEqualTo("/orders/{id}");
      HttpClientRequest item = requests.of("GET", URL, "/items/{id}");
      assertThat(item.spanName()).isEqualTo("GET /items/{id}");
      assertThat(template(item)).isEqualTo("/items/{id}");
      HttpClientRequest post = requests.of("POST", URL, "/items/{id}");
      assertThat(post.spanName()).isEqualTo("POST /items/{id}");
      assertThat(post.attributes().get(SemanticAttributes.HTTP_REQUEST_METHOD)).isEqualTo("POST");
    }
  }

  @Test
  void doesNotRememberAServerWhoseNameIsTooLong() {
    String longest = "h".repeat(Urls.LONGEST_AUTHORITY - "http://".length());
    assertThat(get("http://" + longest + "/")).isSameAs(get("http://" + longest + "/"));

    String url = "http://" + longest + "h/";
    assertSays(get(url), longest + "h", 80);
    assertThat(get(url)).isNotSameAs(get(url)).isEqualTo(get(url));
  }

  @Test
  void doesNotRememberATemplateThatIsTooLong() {
    String template = "/" + "t".repeat(1023);
    assertThat(requests.of("GET", URL, template)).isSameAs(requests.of("GET", URL, template));

    HttpClientRequest request = requests.of("GET", URL, template + "t");
    assertThat(template(request)).isEqualTo(template + "t");
    assertThat(requests.of("GET", URL, template + "t")).isNotSameAs(request).isEqualTo(request);
  }

  @Test
  void remembersNoUserInfo() {
    String url = "https://eve:secret@a.example/orders";
    assertSays(get(url), "a.example", 443);
    assertThat(get(url)).isNotSameAs(get(url)).isEqualTo(get("https://a.example/"));
    assertThat(get(url).toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "/orders", "?q=http://a.example", "http:///orders", "http://:80/"})
  void knowsNoServerWhereThereIsNone(@Nullable String url) {
    HttpClientRequest request = requests.of("GET", url, null);
    assertThat(request.address()).isNull();
    assertThat(request.port()).isEqualTo(-1);
    assertThat(request.attributes().asMap())
        .containsOnlyKeys(SemanticAttributes.HTTP_REQUEST_METHOD);
    assertThat(requests.of("GET", url, null)).isSameAs(request);
  }

  private HttpClientRequest get(String url) {
    return requests.of("GET", url, null);
  }

  private static @Nullable String template(HttpClientRequest request) {
    return request.attributes().get(SemanticAttributes.URL_TEMPLATE);
  }

  private static void assertSays(HttpClientRequest request, String host, int port) {
    assertThat(request.address()).isEqualTo(host);
    assertThat(request.port()).isEqualTo(port);
    assertThat(request.attributes().get(SemanticAttributes.SERVER_ADDRESS)).isEqualTo(host);
    assertThat(request.attributes().get(SemanticAttributes.SERVER_PORT)).isEqualTo(port);
  }
}
