package io.heliograph.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * One HTTP request and its response, of no framework.
 *
 * @param headers lower-case
 */
record Exchange(
    String method,
    String scheme,
    String path,
    String query,
    String route,
    String peerAddress,
    int peerPort,
    Map<String, List<String>> headers,
    int status) {

  static final Exchange TYPICAL =
      new Exchange(
          "GET",
          "https",
          "/orders/4711",
          "expand=lines",
          "/orders/{id}",
          "10.1.2.3",
          51234,
          Map.of(
              "host", List.of("shop.example:8443"),
              "user-agent", List.of("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"),
              "accept", List.of("application/json"),
              "traceparent", List.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")),
          200);

  List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }
}
