package io.heliograph.micronaut;

import io.heliograph.contract.HttpClientContract;
import io.heliograph.micronaut.app.Application;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class HttpClientTest extends HttpClientContract {

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
  protected List<String> clientKinds() {
    return List.of("blocking", "reactive", "streaming");
  }

  @AfterAll
  void stop() {
    application.close();
  }
}
