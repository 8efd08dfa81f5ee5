package io.heliograph.quarkus.it;

import io.heliograph.contract.Capability;
import io.heliograph.contract.HttpClientContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
class RestClientTest extends HttpClientContract {

  @TestHTTPResource URI uri;

  @Override
  protected URI baseUri() {
    return uri;
  }

  @Override
  protected String framework() {
    return Quarkus.NAME;
  }

  @Override
  protected List<String> clientKinds() {
    return List.of("injected", "built");
  }

  @Override
  protected Map<Capability, String> lacking() {
    return Map.of(
        Capability.CLIENT_CUSTOM_METHOD,
        "interfaces of the REST client have the methods of Jakarta REST only");
  }
}
