package io.heliograph.contract;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** The contract can be kept, and by something that is not our engine. */
class ReferenceClientTest extends HttpClientContract {

  private final ReferenceApplication application =
      new ReferenceApplication(receiver(), Spoiled.defect());

  @AfterAll
  void stop() {
    application.close();
  }

  @Override
  protected URI baseUri() {
    return application.uri();
  }

  @Override
  protected List<String> clientKinds() {
    return List.of("jdk");
  }
}
