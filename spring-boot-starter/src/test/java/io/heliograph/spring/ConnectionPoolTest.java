package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import io.heliograph.Heliograph;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedPoint;
import io.heliograph.spring.app.CountedTracker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The connection pool of a running application, as its receiver sees it. */
class ConnectionPoolTest {

  private static final String NAMES = "db.client.connection.";
  private static final String POOL = "db.client.connection.pool.name";
  private static final String STATE = "db.client.connection.state";
  private static final String HIKARIS = "hikaricp.connections";

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    assertThat(receiver.violations()).isEmpty();
    receiver.close();
  }

  @Test
  void measuresWhatIsLentAndWhatIsThere() throws SQLException {
    try (ConfigurableApplicationContext application = start(Application.class)) {
      HikariDataSource pool = application.getBean(HikariDataSource.class);

      // HikariCP opens the first connection before it has anybody to tell.
      try (Connection first = pool.getConnection();
          Connection second = pool.getConnection()) {
        assertThat(first).isNotSameAs(second);
        awaitCount("used", used -> used == 2);
      }
      ReceivedMetric count = awaitCount("used", used -> used == 0);
      awaitCount("idle", idle -> idle >= 1);

      assertThat(count.unit()).isEqualTo("{connection}");
      assertThat(count.monotonic()).isFalse();
      assertThat(count.scope().name()).isEqualTo("io.heliograph.hikaricp");
      assertThat(value("max")).isEqualTo(2);
      assertThat(value("idle.max")).isEqualTo(2);
      assertThat(value("idle.min")).isEqualTo(1);
      awaitValue("pending_requests", Map.of(POOL, "orders"), pending -> pending == 0);
      for (String duration : List.of("create_time", "wait_time", "use_time")) {
        ReceivedMetric metric = await(duration);
        assertThat(metric.unit()).isEqualTo("s");
        assertThat(metric.onlyPoint().attributes()).isEqualTo(Map.of(POOL, "orders"));
        assertThat(metric.onlyPoint().histogram().count()).isPositive();
      }
    }
  }

  @Test
  void countsWhoGotNoConnectionInTime() throws SQLException {
    try (ConfigurableApplicationContext application = start(Application.class)) {
      HikariDataSource pool = application.getBean(HikariDataSource.class);

      try (Connection first = pool.getConnection();
          Connection second = pool.getConnection()) {
        assertThat(first).isNotSameAs(second);
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
      }

      ReceivedMetric timeouts = await("timeouts");
      assertThat(timeouts.monotonic()).isTrue();
      assertThat(timeouts.onlyPoint().longValue()).isEqualTo(1);
      assertThat(timeouts.onlyPoint().attributes()).isEqualTo(Map.of(POOL, "orders"));
    }
  }

  @Test
  void isSilentAboutAPoolThatIsClosed() throws SQLException {
    try (ConfigurableApplicationContext application = start(Application.class)) {
      HikariDataSource pool = application.getBean(HikariDataSource.class);
      useOnce(pool);
      await("max");

      pool.close();
      assertThat(application.getBean(Heliograph.class).flush(Duration.ofSeconds(20))).isTrue();
      receiver.ignoreRemaining("only the metrics matter");
      receiver.reset();
      application
          .getBean(Heliograph.class)
          .openTelemetry()
          .getMeter("t")
          .counterBuilder("after")
          .build()
          .add(1);
      receiver.awaitMetric(metric -> metric.name().equals("after"));

      assertThat(names()).doesNotContain(NAMES + "count", NAMES + "max");
    }
  }

  @Test
  void stillTellsTheFactoryThatTheApplicationHasPutThere() throws SQLException {
    try (ConfigurableApplicationContext application = start(WithFactory.class)) {
      HikariDataSource pool = application.getBean(HikariDataSource.class);
      useOnce(pool);
      await("use_time");

      CountedTracker counted = application.getBean(CountedTracker.class);
      assertThat(counted.pools()).containsExactly("own");
      assertThat(counted.lent()).isEqualTo(1);
      assertThat(counted.returned()).isEqualTo(1);
      pool.close();
      assertThat(counted.closed()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesMicrometersMetersInOtherRegistriesAlone(boolean openBeforeItsTime)
      throws SQLException {
    Class<?> application = openBeforeItsTime ? OpensEarly.class : Application.class;
    try (ConfigurableApplicationContext running = start(application)) {
      SimpleMeterRegistry other = running.getBean(SimpleMeterRegistry.class);
      useOnce(running.getBean(HikariDataSource.class));

      assertThat(other.get(HIKARIS + ".usage").tag("pool", "orders").timer().count())
          .isGreaterThanOrEqualTo(1);
      assertThat(other.get(HIKARIS + ".max").gauge().value()).isEqualTo(2);
      await("max");
      assertThat(names()).noneMatch(name -> name.startsWith(HIKARIS));
    }
  }

  @Test
  void leavesPoolsToMicrometerWhereThatOwnsThem() throws SQLException {
    try (ConfigurableApplicationContext application =
        start(Application.class, "heliograph.jdbc.owner=micrometer")) {
      useOnce(application.getBean(HikariDataSource.class));

      ReceivedMetric usage =
          receiver.awaitMetric(metric -> metric.name().equals(HIKARIS + ".usage"));
      assertThat(usage.onlyPoint().attribute("pool")).isEqualTo("orders");
      assertThat(names()).noneMatch(name -> name.startsWith(NAMES));
    }
  }

  @Test
  void isSwitchedOffByItsKey() throws SQLException {
    try (ConfigurableApplicationContext application =
        start(Application.class, "heliograph.connection-pool.enabled=false")) {
      useOnce(application.getBean(HikariDataSource.class));

      receiver.awaitMetric(metric -> metric.name().equals("db.client.operation.duration"));
      assertThat(names())
          .noneMatch(name -> name.startsWith(NAMES))
          .noneMatch(name -> name.startsWith(HIKARIS));
    }
  }

  private static void useOnce(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(connection.createStatement().execute("SELECT 1")).isTrue();
    }
  }

  private ReceivedMetric awaitCount(String state, LongPredicate expected) {
    return awaitValue("count", Map.of(POOL, "orders", STATE, state), expected);
  }

  /** Hikari's figures are a second old at most, so that an earlier state may come first. */
  private ReceivedMetric awaitValue(
      String name, Map<String, Object> series, LongPredicate expected) {
    return receiver.awaitMetric(
        metric ->
            metric.name().equals(NAMES + name)
                && metric.points().stream()
                    .filter(point -> point.attributes().equals(series))
                    .mapToLong(ReceivedPoint::longValue)
                    .anyMatch(expected));
  }

  private ReceivedMetric await(String name) {
    return receiver.awaitMetric(metric -> metric.name().equals(NAMES + name));
  }

  private long value(String name) {
    return await(name).point(Map.of(POOL, "orders")).longValue();
  }

  private List<String> names() {
    return receiver.metrics().stream().map(ReceivedMetric::name).toList();
  }

  private ConfigurableApplicationContext start(Class<?> application, String... properties) {
    Stream<String> common =
        Stream.of(
            "spring.main.banner-mode=off",
            "spring.datasource.url=jdbc:h2:mem:pool",
            "spring.datasource.hikari.pool-name=orders",
            "spring.datasource.hikari.maximum-pool-size=2",
            "spring.datasource.hikari.minimum-idle=1",
            "spring.datasource.hikari.connection-timeout=250",
            "heliograph.exporter.otlp.endpoint=" + receiver.httpEndpoint(),
            "heliograph.bsp.schedule.delay=10",
            "heliograph.metric.export.interval=50");
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .run(
            Stream.concat(common, Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new));
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    /** As of a backend that is not ours. */
    @Bean
    SimpleMeterRegistry other() {
      return new SimpleMeterRegistry();
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class OpensEarly extends Application {

    /** As migrations do: before all beans are there. */
    @Bean
    String migrated(HikariDataSource pool) throws SQLException {
      useOnce(pool);
      return "migrated";
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class WithFactory {

    @Bean
    CountedTracker counted() {
      return new CountedTracker();
    }

    @Bean
    HikariDataSource pool(CountedTracker counted) {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl("jdbc:h2:mem:own");
      pool.setPoolName("own");
      MetricsTrackerFactory factory = counted.factory();
      pool.setMetricsTrackerFactory(factory);
      return pool;
    }
  }
}
