package io.heliograph.spring;

import io.heliograph.contract.Capability;
import io.heliograph.contract.TracedMethodContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;
import java.util.Map;

class MvcTracedMethodTest extends TracedMethodContract {

  @Override
  protected URI baseUri() {
    return Applications.MVC.uri();
  }

  @Override
  protected String framework() {
    return Applications.MVC.framework();
  }

  @Override
  protected Map<Capability, String> lacking() {
    return Applications.lacking();
  }
}
