package io.heliograph.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls the application under test. */
final class Driver {

  static final String USER_AGENT = "contract-driver/1.0";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final URI base;

  Driver(URI base) {
    this.base = base;
  }

  /** Headers are names and values in turn. */
  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    try {
      return CLIENT.send(request(method, path, headers), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<HttpResponse<String>> getAsync(String path, String... headers) {
    return CLIENT.sendAsync(request("GET", path, headers), HttpResponse.BodyHandlers.ofString());
  }

  /** For what the client above refuses to send. */
  RawRequest raw() {
    return new RawRequest(base);
  }

  private HttpRequest request(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.resolve("/") + path.substring(1)))
            .timeout(Duration.ofSeconds(20))
            .header("User-Agent", USER_AGENT)
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}
