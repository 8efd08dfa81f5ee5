package io.heliograph.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.ContractDatabase;
import io.heliograph.contract.DatabaseContract;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
class DatabaseTest extends DatabaseContract {

  private static final long POOL_SIZE = 50; // Quarkus' default

  @TestHTTPResource URI uri;

  @Override
  protected URI baseUri() {
    return uri;
  }

  @Override
  protected String framework() {
    return Quarkus.NAME;
  }

  @Override
  protected ContractDatabase database() {
    return new ContractDatabase("h2database", "contract", null, null);
  }

  @Test
  void measuresThePool() {
    ReceivedMetric max =
        receiver().awaitMetric(metric -> metric.name().equals("db.client.connection.max"));

    Map<String, Object> pool = Map.of("db.client.connection.pool.name", "<default>");
    assertThat(max.scope().name()).isEqualTo("io.heliograph.agroal");
    assertThat(max.point(pool).longValue()).isEqualTo(POOL_SIZE);
    ReceivedMetric count =
        receiver()
            .awaitMetric(
                metric ->
                    metric.name().equals("db.client.connection.count")
                        && metric.points().stream().anyMatch(point -> point.longValue() > 0));
    assertThat(count.unit()).isEqualTo("{connection}");
  }
}
