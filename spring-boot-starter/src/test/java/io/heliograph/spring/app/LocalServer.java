package io.heliograph.spring.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application of a test's own, on 127.0.0.1. */
public final class LocalServer implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;

  private LocalServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts an application.
   *
   * @param properties as {@code key=value}
   */
  public static LocalServer start(Class<?> application, String... properties) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off"),
                Arrays.stream(properties))
            .map(property -> "--" + property)
            .toArray(String[]::new);
    return new LocalServer(new SpringApplicationBuilder(application).run(arguments));
  }

  public ConfigurableApplicationContext beans() {
    return context;
  }

  /** The answer within 20 seconds. */
  public HttpResponse<String> get(String path) {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
