package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends and waits. */
final class Sends {

  static final byte[] BODY = "spans".repeat(100).getBytes(StandardCharsets.UTF_8);

  private Sends() {}

  static SendResult send(Sender sender) {
    return start(sender).orTimeout(30, TimeUnit.SECONDS).join();
  }

  static CompletableFuture<SendResult> start(Sender sender) {
    return start(sender, BODY);
  }

  static CompletableFuture<SendResult> start(Sender sender, byte[] body) {
    CompletableFuture<SendResult> result = new CompletableFuture<>();
    sender.send(new Payload(body, body.length, 3), result::complete);
    return result;
  }

  static SenderSettings settings(String url) {
    return settings(url, Map.of());
  }

  static SenderSettings settings(String url, Map<String, String> headers) {
    return settings(url, headers, Duration.ofSeconds(20), null);
  }

  static SenderSettings settings(String url, Duration timeout) {
    return settings(url, Map.of(), timeout, null);
  }

  static SenderSettings settings(String url, TlsMaterial tls) {
    return settings(url, Map.of(), Duration.ofSeconds(20), tls);
  }

  /** Without compression. */
  static SenderSettings plain(String url, Duration timeout) {
    return settings(url, Map.of(), timeout, null, false);
  }

  private static SenderSettings settings(
      String url, Map<String, String> headers, Duration timeout, TlsMaterial tls) {
    return settings(url, headers, timeout, tls, true);
  }

  private static SenderSettings settings(
      String url, Map<String, String> headers, Duration timeout, TlsMaterial tls, boolean gzip) {
    return new SenderSettings(
        URI.create(url),
        headers,
        timeout,
        gzip,
        tls,
        false,
        SenderSettings.DEFAULT_MAX_RESPONSE_BYTES);
  }
}
