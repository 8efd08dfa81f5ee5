package io.heliograph.spring;

import io.heliograph.contract.ContractDatabase;
import io.heliograph.contract.DatabaseContract;
import io.heliograph.spring.app.Applications;
import io.heliograph.spring.app.Postgres;
import java.net.URI;

class PostgresDatabaseTest extends DatabaseContract {

  @Override
  protected URI baseUri() {
    return Applications.POSTGRES.uri();
  }

  @Override
  protected String framework() {
    return Applications.POSTGRES.framework();
  }

  @Override
  protected ContractDatabase database() {
    return new ContractDatabase("postgresql", "postgres", "localhost", Postgres.port());
  }
}
