package io.heliograph.quarkus.it;

import io.heliograph.contract.HttpServerContextContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
class HttpServerContextTest extends HttpServerContextContract {

  @TestHTTPResource URI uri;

  @Override
  protected URI baseUri() {
    return uri;
  }

  @Override
  protected String framework() {
    return Quarkus.NAME;
  }
}
