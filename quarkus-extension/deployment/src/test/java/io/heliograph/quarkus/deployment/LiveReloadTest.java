package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code -Dheliograph.reloads=20} takes two minutes on a busy machine. */
class LiveReloadTest {

  private static final int RELOADS = Integer.getInteger("heliograph.reloads", 6);
  private static final int PORT = freePort();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** With a destination, which has threads; nobody listens there. */
  private static final String SETTINGS =
      "quarkus.http.port="
          + PORT
          + "\nheliograph.exporter.otlp.endpoint=http://127.0.0.1:1"
          + "\nheliograph.shutdown.timeout=100";

  /** The first start is not like the later ones. */
  private static final int WARM_UP = 3;

  @RegisterExtension
  static final QuarkusDevModeTest APPLICATION =
      new QuarkusDevModeTest()
          .withApplicationRoot(
              jar ->
                  jar.addClass(ReloadedRoutes.class)
                      .addAsResource(new StringAsset(SETTINGS), "application.properties"));

  @Test
  void leavesNoThreadAndNoClassLoaderAndNoDoubledHandler() throws Exception {
    String first = "";
    for (int reload = 1; reload <= RELOADS; reload++) {
      String replaced = "generation " + (reload - 1);
      String with = "generation " + reload;
      APPLICATION.modifySourceFile(
          ReloadedRoutes.class, source -> source.replace(replaced + "\"", with + "\""));
      assertThat(get("/generation")).isEqualTo(with);
      if (reload == WARM_UP) {
        first = get("/left");
      }
    }

    assertThat(first).contains("handlers: 1").contains("heliograph-");
    String left = get("/left");
    for (int i = 0; i < 100 && !left.equals(first); i++) {
      Thread.sleep(100); // threads of the last but one may still be ending
      left = get("/left");
    }
    assertThat(left).isEqualTo(first);
  }

  private static String get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + PORT + path);
    return CLIENT
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}
