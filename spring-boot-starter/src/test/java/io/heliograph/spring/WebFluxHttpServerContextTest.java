package io.heliograph.spring;

import io.heliograph.contract.Capability;
import io.heliograph.contract.HttpServerContextContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;
import java.util.Map;

class WebFluxHttpServerContextTest extends HttpServerContextContract {

  @Override
  protected URI baseUri() {
    return Applications.WEBFLUX.uri();
  }

  @Override
  protected String framework() {
    return Applications.WEBFLUX.framework();
  }

  @Override
  protected Map<Capability, String> lacking() {
    return Applications.lacking();
  }
}
