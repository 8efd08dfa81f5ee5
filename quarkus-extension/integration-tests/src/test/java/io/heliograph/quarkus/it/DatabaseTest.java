package io.heliograph.quarkus.it;

import io.heliograph.contract.Capability;
import io.heliograph.contract.ContractDatabase;
import io.heliograph.contract.DatabaseContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
class DatabaseTest extends DatabaseContract {

  @TestHTTPResource URI uri;

  @Override
  protected URI baseUri() {
    return uri;
  }

  @Override
  protected ContractDatabase database() {
    return new ContractDatabase("h2database", "contract", null, null);
  }

  @Override
  protected Map<Capability, String> lacking() {
    return Quarkus.lacking();
  }
}
