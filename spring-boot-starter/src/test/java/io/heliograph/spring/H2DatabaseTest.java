package io.heliograph.spring;

import io.heliograph.contract.ContractDatabase;
import io.heliograph.contract.DatabaseContract;
import io.heliograph.spring.app.Applications;
import java.net.URI;

class H2DatabaseTest extends DatabaseContract {

  @Override
  protected URI baseUri() {
    return Applications.MVC.uri();
  }

  @Override
  protected String framework() {
    return Applications.MVC.framework();
  }

  @Override
  protected ContractDatabase database() {
    return new ContractDatabase("h2database", "contract", null, null);
  }
}
