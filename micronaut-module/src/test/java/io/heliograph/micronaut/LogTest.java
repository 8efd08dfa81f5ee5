package io.heliograph.micronaut;

import io.heliograph.contract.Capability;
import io.heliograph.contract.LogContract;
import io.heliograph.micronaut.app.Application;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class LogTest extends LogContract {

  private final Application application = Application.start(Map.of());

  @Override
  protected String framework() {
    return Micronaut.framework();
  }

  @Override
  protected URI baseUri() {
    return application.uri();
  }

  @Override
  protected Map<Capability, String> lacking() {
    return Micronaut.lacking();
  }

  @AfterAll
  void stop() {
    application.close();
  }
}
