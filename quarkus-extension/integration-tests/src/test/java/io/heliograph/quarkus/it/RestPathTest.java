package io.heliograph.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.Contract;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
@TestProfile(RestPathTest.BelowPaths.class)
class RestPathTest {

  public static class BelowPaths implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.root-path", "/shop", "quarkus.rest.path", "/api");
    }
  }

  @TestHTTPResource URI uri;

  private final OtlpReceiver receiver = Contract.receiver();

  @ParameterizedTest
  @CsvSource({
    "/shop/api/contract/items/7, /shop/api/contract/items/{id}",
    "/shop/plain/7, /shop/plain/:n"
  })
  void theRouteHasThePathsThatTheApplicationIsBelow(String path, String route) throws Exception {
    try (InputStream answer = uri.resolve(path).toURL().openStream()) {
      assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("7");
    }

    ReceivedSpan span =
        receiver.awaitSpan(
            any -> any.kind() == SpanKind.SERVER && path.equals(any.attribute("url.path")));
    assertThat(span.attribute("http.route")).isEqualTo(route);
    assertThat(span.name()).isEqualTo("GET " + route);
  }
}
