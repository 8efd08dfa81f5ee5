package io.heliograph.spring;

import io.heliograph.contract.ContractDatabase;
import io.heliograph.contract.DatabaseContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;

class WebFluxDatabaseTest extends DatabaseContract {

  @Override
  protected URI baseUri() {
    return Applications.WEBFLUX.uri();
  }

  @Override
  protected String framework() {
    return Applications.WEBFLUX.framework();
  }

  @Override
  protected ContractDatabase database() {
    return new ContractDatabase("h2database", "reactive", null, null);
  }
}
