package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.heliograph.Heliograph;
import io.heliograph.Traced;
import io.heliograph.spring.app.LocalServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.web.client.RestTemplate;

/** The one block of lines that a start leaves in the log. */
class StartUpSummaryTest {

  private static final String DATABASE = "spring.datasource.url=jdbc:h2:mem:summary";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withConfiguration(HeliographAutoConfigurationTest.ALL);

  @Test
  void namesWhatItFoundAndWhatItLeftAloneOnce() {
    try (JulLog log = new JulLog();
        LocalServer server =
            LocalServer.start(Application.class, "heliograph.scheduled.owner=micrometer")) {
      assertThat(block(log))
          .containsSubsequence(
              "\n  instrumented:\n",
              "    HTTP server: Spring MVC\n",
              "    HTTP clients: shopClient\n",
              "    data sources: main\n",
              "    connection pools: main\n",
              "    annotated methods: shop\n",
              "    executors: fresh\n",
              "    JVM: metrics\n",
              "    Micrometer meters: a registry\n",
              "    Micrometer observations: observationRegistry\n")
          .contains(
              "\n  not instrumented:\n",
              "\n    data source routing: it routes to others",
              "\n    methods of closed: their class is final",
              "\n    executor pool: it is declared as a class",
              "Shop.inside: it is private",
              "\n    scheduled methods: heliograph.scheduled.owner is micrometer",
              "\n  recorded by heliograph: http.server, http.client, jdbc, connection-pool, jvm",
              "\n  recorded by micrometer: scheduled");
      assertThat(server.beans().getBean(Shop.class).outside()).isEqualTo("inside");
    }
  }

  @Test
  void isWrittenOnceForEachContextAndNotForChildren() {
    try (JulLog log = new JulLog();
        LocalServer first = LocalServer.start(Plain.class, DATABASE, "management.server.port=0");
        LocalServer second = LocalServer.start(Plain.class, DATABASE)) {
      assertThat(blocks(log)).hasSize(2);
      first.beans().getBean(Heliograph.class).logStartUp();
      second.beans().getBean(Heliograph.class).logStartUp();
      assertThat(blocks(log)).hasSize(2);
    }
  }

  @Test
  void isNotWrittenForAContextThatFailsToStart() {
    try (JulLog log = new JulLog()) {
      runner
          .withBean(
              "broken",
              Object.class,
              () -> {
                throw new IllegalStateException("on purpose");
              })
          .run(context -> assertThat(context).hasFailed());
      assertThat(blocks(log)).isEmpty();
    }
  }

  @Test
  void isNotWrittenInTests() {
    try (JulLog log = new JulLog()) {
      runner
          .withInitializer(
              context ->
                  new OffInTests()
                      .createContextCustomizer(getClass(), List.of())
                      .customizeContext(
                          context,
                          new MergedContextConfiguration(
                              getClass(), null, new Class<?>[0], null, null)))
          .run(context -> assertThat(context).hasSingleBean(Heliograph.class));
      assertThat(blocks(log)).isEmpty();
    }
  }

  @Test
  void saysInOneLineThatTheEngineIsOff() {
    try (JulLog log = new JulLog()) {
      runner
          .withPropertyValues("heliograph.sdk.disabled=true")
          .run(context -> assertThat(context).hasSingleBean(Heliograph.class));
      assertThat(block(log)).contains("heliograph.sdk.disabled is true").doesNotContain("instr");
    }
  }

  @Test
  void saysWhyLogLinesAndMetersAreNotExported() {
    try (JulLog log = new JulLog()) {
      runner
          .withClassLoader(
              new FilteredClassLoader(
                  name ->
                      name.endsWith("CompositeMeterRegistryAutoConfiguration")
                          || name.startsWith("ch.qos.logback.")))
          .withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new)
          .run(context -> assertThat(context).hasSingleBean(Heliograph.class));
      assertThat(block(log))
          .contains("\n    log lines: only Logback's", "\n    Micrometer meters: the application");
    }
  }

  @Test
  void whatIsMadeLaterIsInTheDiagnostics() {
    runner
        .withBean(
            "later",
            RestTemplate.class,
            RestTemplate::new,
            definition -> definition.setLazyInit(true))
        .run(
            context -> {
              Heliograph heliograph = context.getBean(Heliograph.class);
              assertThat(heliograph.diagnostics().coverage().instrumented())
                  .doesNotContainKey("HTTP clients");
              assertThat(context.getBean("later")).isNotNull();
              assertThat(heliograph.diagnostics().coverage().instrumented())
                  .containsEntry("HTTP clients", "later");
            });
  }

  private static String block(JulLog log) {
    assertThat(blocks(log)).hasSize(1);
    return blocks(log).get(0) + "\n";
  }

  private static List<String> blocks(JulLog log) {
    return log.lines().stream().filter(line -> line.startsWith("INFO Heliograph 0")).toList();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Plain {}

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    DataSource main() {
      HikariDataSource main = new HikariDataSource();
      main.setJdbcUrl("jdbc:h2:mem:summary");
      return main;
    }

    @Bean
    AbstractRoutingDataSource routing(DataSource main) {
      AbstractRoutingDataSource routing =
          new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
              return "main";
            }
          };
      routing.setTargetDataSources(Map.of("main", main));
      return routing;
    }

    @Bean
    RestTemplate shopClient() {
      return new RestTemplate();
    }

    @Bean
    SimpleAsyncTaskExecutor fresh() {
      return new SimpleAsyncTaskExecutor("fresh-");
    }

    @Bean
    ForkJoinPool pool() {
      return new ForkJoinPool(1);
    }

    @Bean
    Shop shop() {
      return new Shop();
    }

    @Bean
    Closed closed() {
      return new Closed();
    }
  }

  static class Shop {

    @Traced
    String outside() {
      return inside();
    }

    @Traced
    private String inside() {
      return "inside";
    }
  }

  static final class Closed {

    @Traced
    void call() {}
  }
}
