package io.heliograph.contract;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;

/** The contract can be kept, and by something that is not our engine. */
class ReferenceLogTest extends LogContract {

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
}
