package io.heliograph.micronaut;

import io.heliograph.contract.TracedMethodContract;
import io.heliograph.micronaut.app.Application;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class TracedMethodTest extends TracedMethodContract {

  private final Application application = Application.start(Map.of());

  @Override
  protected String framework() {
    return Micronaut.framework();
  }

  @Override
  protected URI baseUri() {
    return application.uri();
  }

  @AfterAll
  void stop() {
    application.close();
  }
}
