package io.heliograph.micronaut;

import io.heliograph.contract.ContractDatabase;
import io.heliograph.contract.DatabaseContract;
import io.heliograph.micronaut.app.Application;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class PostgresDatabaseTest extends DatabaseContract {

  private final EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
  private final Application application =
      Application.start(Map.of("app.database", postgres.getJdbcUrl("postgres", "postgres")));

  PostgresDatabaseTest() throws IOException {}

  @Override
  protected String framework() {
    return Micronaut.framework();
  }

  @Override
  protected URI baseUri() {
    return application.uri();
  }

  @Override
  protected ContractDatabase database() {
    return new ContractDatabase("postgresql", "postgres", "localhost", postgres.getPort());
  }

  @AfterAll
  void stop() throws IOException {
    application.close();
    postgres.close();
  }
}
