package io.heliograph.samples.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** A customer: sends requests, each in a trace whose id it knows. Not thread-safe. */
final class ShopDriver {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Shop shop;
  private String order = "none";

  ShopDriver(Shop shop) {
    this.shop = shop;
  }

  /**
   * A request and its answer.
   *
   * @param traceId the trace that the request was sent in
   * @param parentSpanId the span of the driver, which is never exported
   * @param location what the header of that name says, or empty
   * @param order the id of the order placed last, this one included
   */
  record Exchange(
      ShopRequest request,
      String traceId,
      String parentSpanId,
      int status,
      String location,
      String order,
      String body) {}

  Exchange send(ShopRequest request) {
    String traceId = randomHex() + randomHex();
    String parentSpanId = randomHex();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(
                URI.create(shop.url(request.part()) + request.path().replace("{order}", order)))
            .timeout(TIMEOUT)
            .header("traceparent", "00-" + traceId + "-" + parentSpanId + "-01")
            .method(request.method(), BodyPublishers.ofString(request.body()));
    if (!request.body().isEmpty()) {
      builder.header("Content-Type", "application/json");
    }
    HttpResponse<String> response = send(builder.build());
    String location = response.headers().firstValue("Location").orElse("");
    if (!location.isEmpty()) {
      order = location.substring(location.lastIndexOf('/') + 1);
    }
    return new Exchange(
        request, traceId, parentSpanId, response.statusCode(), location, order, response.body());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** 16 digits, not all zero. */
  private static String randomHex() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }
}
