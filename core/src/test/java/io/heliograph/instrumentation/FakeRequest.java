package io.heliograph.instrumentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request of no framework in particular. */
final class FakeRequest {

  @Nullable String method = "GET";
  @Nullable String scheme = "http";
  @Nullable String path = "/orders/42";
  @Nullable String query;
  @Nullable String url = "http://shop.example:8080/orders/42";
  @Nullable String urlTemplate;
  @Nullable String peerAddress = "10.0.0.7";
  int peerPort = 50123;
  int resendCount;
  @Nullable String protocolVersion = "1.1";
  @Nullable String routeAtStart;
  @Nullable String routeAtEnd;
  final Map<String, List<String>> headers = new TreeMap<>();

  FakeRequest() {
    header("Host", "shop.example:8080");
  }

  FakeRequest header(String name, String... values) {
    headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(List.of(values)));
    return this;
  }

  List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
