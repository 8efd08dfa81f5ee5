package io.heliograph.micronaut;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.PropertySource;
import io.heliograph.config.ResourceSettings;
import io.heliograph.config.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of one application. */
final class MicronautSettings {

  /** By name: an application may have no endpoints. */
  private static final String ENDPOINT = "io.micronaut.management.endpoint.annotation.Endpoint";

  private MicronautSettings() {}

  /**
   * Loads them.
   *
   * @throws io.heliograph.config.ConfigurationException with all invalid values at once
   */
  static Settings load(ApplicationContext context) {
    Environment environment = context.getEnvironment();
    PropertySource properties = new MicronautProperties(environment);
    PropertySource proposed =
        PropertySource.of(proposals(context, environment), "Micronaut's own properties");
    return environment.getActiveNames().contains(Environment.TEST)
        ? Settings.loadInTest(properties, System.getenv(), proposed)
        : Settings.load(properties, System.getenv(), proposed);
  }

  /** Defaults that Micronaut knows better. */
  private static Map<String, String> proposals(
      ApplicationContext context, Environment environment) {
    Map<String, String> proposals = new HashMap<>();
    environment
        .getProperty("micronaut.application.name", String.class)
        .ifPresent(name -> proposals.put(ResourceSettings.SERVICE_NAME.key(), name));
    proposals.put(
        InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS.key(),
        managementPaths(context, environment));
    return proposals;
  }

  /** The path of each management endpoint, with everything below it. */
  private static String managementPaths(ApplicationContext context, Environment environment) {
    String root =
        slashed(environment.getProperty("micronaut.server.context-path", String.class).orElse(""))
            + slashed(environment.getProperty("endpoints.all.path", String.class).orElse(""));
    return context.getBeanDefinitions(Qualifiers.byStereotype(ENDPOINT)).stream()
        .map(endpoint -> root + "/" + id(endpoint) + "/**")
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String id(BeanDefinition<?> endpoint) {
    return endpoint
        .stringValue(ENDPOINT, "id")
        .or(() -> endpoint.stringValue(ENDPOINT))
        .orElse(endpoint.getName());
  }

  /** With a slash at its beginning and none at its end; empty for the root. */
  private static String slashed(String path) {
    String bare = path.replaceAll("^/+|/+$", "");
    return bare.isEmpty() ? "" : "/" + bare;
  }
}
