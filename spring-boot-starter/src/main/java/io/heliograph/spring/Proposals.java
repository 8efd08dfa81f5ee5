package io.heliograph.spring;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.PropertySource;
import io.heliograph.config.ResourceSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.Environment;

/** Defaults that Spring's own properties know better. */
final class Proposals {

  private static final String ORIGIN = "Spring's own properties";
  private static final String MAIN_PORT = "server:";
  private static final Map<String, String> PROBES =
      Map.of("liveness", "/livez", "readiness", "/readyz");

  private final Environment environment;

  private Proposals(Environment environment) {
    this.environment = environment;
  }

  static PropertySource of(Environment environment) {
    Proposals proposals = new Proposals(environment);
    Map<String, String> properties = new HashMap<>();
    String name = environment.getProperty("spring.application.name");
    if (name != null && !name.isBlank()) {
      properties.put(ResourceSettings.SERVICE_NAME.key(), name);
    }
    properties.put(
        InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS.key(), proposals.managementPaths());
    return PropertySource.of(properties, ORIGIN);
  }

  /** The management paths, each with everything below it. */
  private String managementPaths() {
    Set<String> paths = new TreeSet<>();
    String base = path("management.endpoints.web.base-path", "/actuator");
    String health = path("management.endpoints.web.path-mapping.health", "/health");
    paths.add(applicationPath() + (base.isEmpty() ? health : base));
    PROBES.forEach((probe, usual) -> addProbe(paths, probe, usual));
    return String.join("/**,", paths) + "/**";
  }

  /** Boot can put the probes on the application's own port. */
  private void addProbe(Set<String> paths, String probe, String usual) {
    String configured =
        environment.getProperty("management.endpoint.health.group." + probe + ".additional-path");
    if (configured != null && configured.startsWith(MAIN_PORT)) {
      paths.add(applicationPath() + normal(configured.substring(MAIN_PORT.length())));
    } else if (environment.getProperty(
        "management.endpoint.health.probes.add-additional-paths", Boolean.class, false)) {
      paths.add(applicationPath() + usual);
    }
  }

  private String applicationPath() {
    return path("server.servlet.context-path", "")
        + path("spring.mvc.servlet.path", "")
        + path("spring.webflux.base-path", "");
  }

  private String path(String key, String otherwise) {
    return normal(environment.getProperty(key, otherwise));
  }

  /** With a slash at its beginning and none at its end; empty for the root. */
  private static String normal(String path) {
    String bare = path.replaceAll("^/+|/+$", "");
    return bare.isEmpty() ? "" : "/" + bare;
  }
}
