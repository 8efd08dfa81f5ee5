package io.heliograph.spring;

import io.heliograph.contract.LogContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.ConfigurableApplicationContext;

class MvcLogTest extends LogContract {

  private final ConfigurableApplicationContext application = Applications.MVC.start();

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
    return Applications.MVC.framework();
  }
}
