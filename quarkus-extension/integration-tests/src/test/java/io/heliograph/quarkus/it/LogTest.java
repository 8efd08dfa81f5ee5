package io.heliograph.quarkus.it;

import io.heliograph.contract.LogContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
@TestProfile(LogTest.OwnApplication.class)
class LogTest extends LogContract {

  /** Lines of the start are awaited, so that it has to be started for this class. */
  public static class OwnApplication implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
      return "logs";
    }
  }

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
