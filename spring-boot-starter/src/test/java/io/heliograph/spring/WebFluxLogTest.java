package io.heliograph.spring;

import io.heliograph.contract.Capability;
import io.heliograph.contract.LogContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ConfigurableApplicationContext;

class WebFluxLogTest extends LogContract {

  private final ConfigurableApplicationContext application = Applications.WEBFLUX.start();

  @AfterAll
  void stop() {
    application.close();
  }

  @Override
  protected URI baseUri() {
    return Applications.uri(application);
  }

  @Override
  protected String framework() {
    return Applications.WEBFLUX.framework();
  }

  @Override
  protected Map<Capability, String> lacking() {
    return Map.of(
        Capability.SERVER_FAILURE_LOG,
        "WebFlux' exception handlers stand outside of all web filters, where there is no context");
  }
}
