package io.heliograph.micronaut;

import io.heliograph.contract.HttpServerContract;
import io.heliograph.micronaut.app.Application;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class HttpServerTest extends HttpServerContract {

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
