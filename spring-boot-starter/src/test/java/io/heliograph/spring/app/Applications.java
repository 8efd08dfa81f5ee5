package io.heliograph.spring.app;

import io.heliograph.contract.Capability;
import io.heliograph.contract.Contract;
import io.heliograph.contract.ContractSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running applications, each started once for all contracts and closed with the JVM. */
public enum Applications {
  MVC(WebApplicationType.SERVLET, MvcController.class, () -> "jdbc:h2:mem:contract"),
  POSTGRES(WebApplicationType.SERVLET, MvcController.class, Postgres::jdbcUrl),
  WEBFLUX(WebApplicationType.REACTIVE, WebFluxController.class, () -> "jdbc:h2:mem:reactive");

  private final WebApplicationType type;
  private final Class<?> controller;
  private final Supplier<String> jdbcUrl;
  private URI uri;

  Applications(WebApplicationType type, Class<?> controller, Supplier<String> jdbcUrl) {
    this.type = type;
    this.controller = controller;
    this.jdbcUrl = jdbcUrl;
  }

  /**
   * The root of the application, which is started if it is not running. It leaves Logback, which
   * all applications of a JVM share, to those of {@link #start}.
   */
  public synchronized URI uri() {
    if (uri == null) {
      uri =
          uri(
              start(
                  jdbcUrl.get(),
                  Map.of(
                      "heliograph.logback.appender.enabled", "false",
                      "heliograph.logback.mdc.enabled", "false")));
    }
    return uri;
  }

  /** Starts another one, which the caller closes. */
  public ConfigurableApplicationContext start() {
    return start("jdbc:h2:mem:own-" + name(), Map.of());
  }

  /** The root of an application. */
  public static URI uri(ConfigurableApplicationContext context) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  private ConfigurableApplicationContext start(String database, Map<String, String> more) {
    Map<String, Object> properties =
        new HashMap<>(ContractSettings.properties(Contract.receiver()));
    properties.putAll(more);
    properties.put("server.port", "0");
    properties.put("server.address", "127.0.0.1");
    properties.put("spring.datasource.url", database);
    properties.put("spring.task.execution.mode", "force");
    properties.put("spring.main.banner-mode", "off");
    return new SpringApplicationBuilder(ContractApplication.class, controller)
        .web(type)
        .properties(properties)
        .listeners(new StartLines())
        .run();
  }

  /** What the page of capabilities calls it. */
  public String framework() {
    String name = type == WebApplicationType.REACTIVE ? "Spring WebFlux" : "Spring MVC";
    return name + ", Boot " + SpringBootVersion.getVersion().charAt(0);
  }

  /** What Spring applications cannot do. */
  public static Map<Capability, String> lacking() {
    return Map.of(Capability.SELF_CALL, "Spring's proxies see only calls from outside");
  }
}
