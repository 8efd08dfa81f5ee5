package io.heliograph.spring;

import io.heliograph.contract.HttpClientContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;
import java.util.List;

class MvcHttpClientTest extends HttpClientContract {

  @Override
  protected URI baseUri() {
    return Applications.MVC.uri();
  }

  @Override
  protected String framework() {
    return Applications.MVC.framework();
  }

  @Override
  protected List<String> clientKinds() {
    return List.of("rest-client", "rest-template", "web-client");
  }
}
