package io.heliograph.contract;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** The contract can be kept, and by something that is not our engine. */
class ReferenceTracedMethodTest extends TracedMethodContract {

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
  protected Map<Capability, String> lacking() {
    return Map.of(Capability.SELF_CALL, "the reference shows what a lacking capability looks like");
  }
}
