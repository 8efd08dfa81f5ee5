package io.heliograph.spring;

import io.heliograph.contract.HttpClientContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;
import java.util.List;

class WebFluxHttpClientTest extends HttpClientContract {

  @Override
  protected URI baseUri() {
    return Applications.WEBFLUX.uri();
  }

  @Override
  protected String framework() {
    return Applications.WEBFLUX.framework();
  }

  @Override
  protected List<String> clientKinds() {
    return List.of("reactive-web-client", "rest-client", "web-client");
  }
}
