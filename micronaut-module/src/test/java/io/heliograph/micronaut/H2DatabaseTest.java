package io.heliograph.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.ContractDatabase;
import io.heliograph.contract.DatabaseContract;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.micronaut.app.Application;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class H2DatabaseTest extends DatabaseContract {

  private static final long POOL_SIZE = 10; // Hikari's default

  private final Application application =
      Application.start(Map.of("app.database", "jdbc:h2:mem:contract"));

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
    return new ContractDatabase("h2database", "contract", null, null);
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @Test
  void measuresThePool() {
    Map<String, Object> pool = Map.of("db.client.connection.pool.name", "contract");
    ReceivedMetric max =
        receiver().awaitMetric(metric -> metric.name().equals("db.client.connection.max"));
    assertThat(max.scope().name()).isEqualTo("io.heliograph.hikaricp");
    assertThat(max.point(pool).longValue()).isEqualTo(POOL_SIZE);
    receiver()
        .awaitMetric(
            metric ->
                metric.name().equals("db.client.connection.count")
                    && metric.points().stream().anyMatch(point -> point.longValue() > 0));
  }
}
