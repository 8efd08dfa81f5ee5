package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DevUiTest {

  private static final int PORT = freePort();

  private static final String SETTINGS =
      "quarkus.http.port=" + PORT + "\nheliograph.metrics.exporter=prometheus";

  /** Links of a card, as the Dev UI's own pages get them. */
  private static final Pattern LINK =
      Pattern.compile(
          "\"externalUrl\"\\s*:\\s*\"([^\"]+)\",\\s*\"extensionName\"\\s*:\\s*\"Heliograph\"");

  @RegisterExtension
  static final QuarkusDevModeTest APPLICATION =
      new QuarkusDevModeTest()
          .withApplicationRoot(
              jar -> jar.addAsResource(new StringAsset(SETTINGS), "application.properties"));

  @Test
  void theCardsLinksLeadToDiagnosticsAndMetrics() throws IOException {
    List<String> links =
        LINK.matcher(get("/q/dev-ui/devui-data.js"))
            .results()
            .map(MatchResult::group)
            .map(found -> LINK.matcher(found).replaceAll("$1"))
            .distinct()
            .toList();

    assertThat(links).containsExactlyInAnyOrder("/q/heliograph", "/q/heliographmetrics");
    assertThat(get("/q/heliograph")).contains("\"settings\"");
    assertThat(get("/q/heliographmetrics")).contains("jvm_memory_used_bytes");
  }

  /** Fails unless the answer is 200. */
  private static String get(String path) throws IOException {
    try (InputStream answer = URI.create("http://localhost:" + PORT + path).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}
