package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.heliograph.instrumentation.jdbc.TracedDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.metadata.HikariDataSourcePoolMetadata;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

class DataSourcesTest {

  private static final String URL = "jdbc:h2:mem:sources";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(HeliographAutoConfigurationTest.ALL)
          .withUserConfiguration(Recording.class);

  @Test
  void recordsInsideThePoolWhichStaysWhatItIs() {
    runner
        .withUserConfiguration(Pool.class)
        .run(
            context -> {
              HikariDataSource pool = context.getBean(PoolUser.class).pool;
              assertThat(pool.getClass()).isEqualTo(HikariDataSource.class);
              query(pool);
              query(pool);
              assertThat(Recording.spans(context)).hasSize(2);
              assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isPositive();
              try (Connection connection = pool.getConnection()) {
                assertThat(connection.unwrap(JdbcConnection.class)).isNotNull();
              }
            });
  }

  @Test
  void recordsOnceThroughAPoolAndWhatWrapsIt() {
    runner
        .withUserConfiguration(WrappedPool.class)
        .run(
            context -> {
              query(context.getBean("outer", DataSource.class));
              query(context.getBean("outer", DataSource.class));
              assertThat(Recording.spans(context)).hasSize(2);
            });
  }

  @Test
  void recordsInAnObjectOfThePoolsClassWhereThePoolFindsItsDriverAlone() {
    runner
        .withUserConfiguration(ClassNamePool.class)
        .run(
            context -> {
              HikariDataSource pool = context.getBean(PoolUser.class).pool;
              query(pool);

              assertThat(Recording.spans(context)).hasSize(1);
              assertThat(pool.getPoolName()).isEqualTo("class name pool");
              assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isPositive();
              assertThat(pool.isWrapperFor(HikariDataSource.class)).isTrue();
              HikariDataSource original = pool.unwrap(HikariDataSource.class);
              query(original);
              assertThat(Recording.spans(context)).hasSize(1);
            });
  }

  @Test
  void letsBootSeeThePool() {
    runner
        .withUserConfiguration(Pool.class)
        .run(
            context -> {
              HikariDataSource pool = context.getBean(HikariDataSource.class);
              try (Connection connection = pool.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(new HikariDataSourcePoolMetadata(pool).getActive()).isEqualTo(1);
              }
            });
  }

  @Test
  void closesThePoolWithTheApplication() {
    HikariDataSource[] original = new HikariDataSource[1];
    runner
        .withUserConfiguration(Pool.class)
        .run(
            context -> {
              HikariDataSource pool = context.getBean(HikariDataSource.class);
              query(pool);
              original[0] = pool.unwrap(HikariDataSource.class);
            });
    assertThat(original[0].isClosed()).isTrue();
  }

  @Test
  void recordsOnceThroughSeveralDataSources() {
    runner
        .withUserConfiguration(Chain.class)
        .run(
            context -> {
              query(context.getBean("outer", DataSource.class));
              assertThat(Recording.spans(context)).hasSize(1);
            });
  }

  @Test
  void leavesRoutingToTheRoutes() {
    runner
        .withUserConfiguration(Routing.class)
        .run(
            context -> {
              DataSource router = context.getBean("router", DataSource.class);
              assertThat(router.getClass()).isEqualTo(Router.class);
              query(router);
              assertThat(Recording.spans(context)).hasSize(1);
            });
  }

  @Test
  void recordsWhatHasNoClassToExtend() {
    runner
        .withBean("final", DataSource.class, () -> new Final(h2()))
        .withBean("proxy", DataSource.class, DataSourcesTest::jdkProxy)
        .run(
            context -> {
              query(context.getBean("final", DataSource.class));
              query(context.getBean("proxy", DataSource.class));
              assertThat(context.getBean("final")).isInstanceOf(TracedDataSource.class);
              assertThat(Recording.spans(context)).hasSize(2);
            });
  }

  @Test
  void passesCredentialsOn() {
    runner
        .withBean("h2", DataSource.class, DataSourcesTest::h2)
        .run(
            context -> {
              try (Connection connection =
                  context.getBean("h2", DataSource.class).getConnection("sa", "")) {
                connection.createStatement().execute("SELECT 1");
              }
              assertThat(Recording.spans(context)).hasSize(1);
            });
  }

  private static void query(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().execute("SELECT 1");
    }
  }

  private static DataSource h2() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(URL);
    h2.setUser("sa");
    return h2;
  }

  private static DataSource jdkProxy() {
    DataSource target = h2();
    return (DataSource)
        Proxy.newProxyInstance(
            DataSourcesTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> method.invoke(target, arguments));
  }

  static final class Final extends DelegatingDataSource {
    Final(DataSource target) {
      super(target);
    }
  }

  static class Router extends AbstractRoutingDataSource {
    @Override
    protected Object determineCurrentLookupKey() {
      return "only";
    }
  }

  static class PoolUser {
    @Autowired HikariDataSource pool;
  }

  @Configuration(proxyBeanMethods = false)
  static class ClassNamePool {

    @Bean
    HikariDataSource pool() {
      HikariDataSource pool = new HikariDataSource();
      pool.setDataSourceClassName("org.h2.jdbcx.JdbcDataSource");
      pool.addDataSourceProperty("url", URL);
      pool.setPoolName("class name pool");
      return pool;
    }

    @Bean
    PoolUser user() {
      return new PoolUser();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class WrappedPool {

    @Bean
    HikariDataSource inner() {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(URL);
      return pool;
    }

    @Bean
    DataSource outer(@Qualifier("inner") DataSource inner) {
      return new DelegatingDataSource(inner);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Pool {

    @Bean
    HikariDataSource pool() {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(URL);
      pool.setPoolName("contract pool");
      return pool;
    }

    @Bean
    PoolUser user() {
      return new PoolUser();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Chain {

    @Bean
    DataSource inner() {
      return h2();
    }

    @Bean
    DataSource outer(@Qualifier("inner") DataSource inner) {
      return new DelegatingDataSource(inner);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Routing {

    @Bean
    DataSource target() {
      return h2();
    }

    @Bean
    Router router(@Qualifier("target") DataSource target) {
      Router router = new Router();
      router.setTargetDataSources(Map.of("only", target));
      return router;
    }
  }
}
