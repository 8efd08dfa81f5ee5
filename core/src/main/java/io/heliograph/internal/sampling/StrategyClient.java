package io.heliograph.internal.sampling;

import io.heliograph.internal.context.Suppression;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a Jaeger sampling endpoint for a service's strategy. Used by one thread. */
final class StrategyClient {

  private static final int MAX_BYTES = 64 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI endpoint;
  private final HttpRequest request;
  private @Nullable HttpClient client;

  StrategyClient(URI endpoint, String serviceName) {
    this.endpoint = endpoint;
    String query = "service=" + URLEncoder.encode(serviceName, StandardCharsets.UTF_8);
    request =
        HttpRequest.newBuilder(
                URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .build();
  }

  /**
   * The current strategy.
   *
   * @throws IOException if there is no usable answer in time; names the endpoint and the reason
   */
  SamplingStrategy fetch() throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer = send();
    try {
      // The request's own timeout ends with the headers; this one also covers a trickling body.
      HttpResponse<String> response = answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      return SamplingStrategy.parse(response.body());
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (IOException | IllegalArgumentException | TimeoutException e) {
      throw failure(e);
    } finally {
      answer.cancel(true);
    }
  }

  /** The lookup must not be traced, or each poll would make a trace of its own. */
  private CompletableFuture<HttpResponse<String>> send() {
    return Suppression.suppress(Context.current())
        .wrapSupplier(() -> client().sendAsync(request, response -> new BoundedBody(MAX_BYTES)))
        .get();
  }

  private HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }
    return client;
  }

  private IOException failure(Throwable cause) {
    return new IOException(
        "no sampling strategy from %s://%s%s: %s"
            .formatted(endpoint.getScheme(), hostAndPort(), endpoint.getPath(), reason(cause)),
        cause);
  }

  /** Without user info and query, which may hold secrets. */
  private String hostAndPort() {
    return endpoint.getPort() < 0
        ? endpoint.getHost()
        : endpoint.getHost() + ":" + endpoint.getPort();
  }

  private static String reason(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return "no complete answer within " + TIMEOUT.toSeconds() + " s";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
