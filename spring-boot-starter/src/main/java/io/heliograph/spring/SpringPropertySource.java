package io.heliograph.spring;

import io.heliograph.config.Property;
import io.heliograph.config.PropertySource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Spring's properties in Spring's precedence, relaxed names included.
 *
 * <p>Environment variables are found, because in Spring they override files, but not listed: a
 * variable's name does not tell its key, and core looks for unknown ones itself.
 */
final class SpringPropertySource implements PropertySource {

  private static final List<ConfigurationPropertyName> ROOTS =
      List.of(ConfigurationPropertyName.of("heliograph"), ConfigurationPropertyName.of("otel"));

  private final ConfigurableEnvironment environment;
  private final List<ConfigurationPropertySource> sources = new ArrayList<>();
  private final ListedKeys listed;

  SpringPropertySource(ConfigurableEnvironment environment) {
    this.environment = environment;
    for (ConfigurationPropertySource source :
        ConfigurationPropertySources.from(environment.getPropertySources())) {
      if (mayHaveKeys(source)) {
        sources.add(source);
      }
    }
    this.listed = ListedKeys.of(sources);
  }

  /** Most sources have none, and hundreds of keys are asked for while an application starts. */
  private static boolean mayHaveKeys(ConfigurationPropertySource source) {
    if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
      // It does not know all descendants of a name.
      return Stream.of(variables.getPropertyNames()).anyMatch(SpringPropertySource::mayBeKey);
    }
    for (ConfigurationPropertyName root : ROOTS) {
      if (source.containsDescendantOf(root) != ConfigurationPropertyState.ABSENT) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeKey(String variable) {
    String name = variable.toLowerCase(Locale.ROOT);
    return name.startsWith("heliograph") || name.startsWith("otel");
  }

  @Override
  public @Nullable Property find(String key) {
    if (!listed.mayHave(key)) {
      return null;
    }
    if (!ConfigurationPropertyName.isValid(key)) {
      return findAsWritten(key);
    }
    ConfigurationPropertyName name = ConfigurationPropertyName.of(key);
    for (ConfigurationPropertySource source : sources) {
      ConfigurationProperty found = source.getConfigurationProperty(name);
      if (found != null && !isEmptyVariable(source, found)) {
        return property(key, found.getValue(), String.valueOf(found.getOrigin()));
      }
    }
    return null;
  }

  /** A key that is not in Spring's canonical form, such as a map's entry in camel case. */
  private @Nullable Property findAsWritten(String key) {
    for (org.springframework.core.env.PropertySource<?> source : environment.getPropertySources()) {
      Object value = source.getProperty(key);
      if (value != null) {
        Origin origin = OriginLookup.getOrigin(source, key);
        return property(key, value, origin == null ? source.getName() : origin.toString());
      }
    }
    return null;
  }

  @Override
  public Iterable<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (org.springframework.core.env.PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed && !isVariables(source)) {
        for (String name : listed.getPropertyNames()) {
          if (name.startsWith("heliograph.") || name.startsWith("otel.")) {
            keys.add(name);
          }
        }
      }
    }
    return keys;
  }

  private Property property(String key, Object value, String origin) {
    return new Property(key, environment.resolvePlaceholders(String.valueOf(value)), origin);
  }

  /** An empty variable is no variable, as OpenTelemetry's specification says. */
  private static boolean isEmptyVariable(
      ConfigurationPropertySource source, ConfigurationProperty found) {
    return isVariables(source.getUnderlyingSource()) && String.valueOf(found.getValue()).isBlank();
  }

  private static boolean isVariables(@Nullable Object source) {
    return source instanceof SystemEnvironmentPropertySource;
  }
}
