package io.heliograph.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.Contract;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
class UrlTemplateTest {

  @TestHTTPResource("template/7")
  URI uri;

  private final OtlpReceiver receiver = Contract.receiver();

  @Test
  void namesTheCallByTheTemplateOfTypeAndMethod() throws IOException {
    receiver.reset();

    try (InputStream answer = uri.toURL().openStream()) {
      assertThat(answer.readAllBytes()).isNotNull();
    }

    ReceivedTrace trace =
        receiver.awaitTrace(span -> "/template/7".equals(span.attribute("url.path")), 3);
    ReceivedSpan call = trace.onlyChild(trace.root());
    assertThat(call.name()).isEqualTo("GET /contract/items/{id}");
    assertThat(call.attributes()).containsEntry("url.template", "/contract/items/{id}");
  }
}
