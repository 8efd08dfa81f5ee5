package io.heliograph.config;

import io.heliograph.config.SettingsLoader.Resolved;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one start: parsed, defaulted and validated. Immutable and thread-safe.
 *
 * <p>Precedence, highest first: {@code heliograph.*} in the framework's properties, {@code
 * HELIOGRAPH_*} in the environment, {@code otel.*} in the framework's properties, {@code OTEL_*} in
 * the environment, what the framework proposes, the default.
 */
public final class Settings {
  static final String DEFAULT = "default";

  private final Map<String, Resolved<?>> resolved;
  private final List<String> warnings;

  private Settings(SettingsLoader loader) {
    this.resolved = Map.copyOf(loader.resolved());
    this.warnings = List.copyOf(loader.warnings());
  }

  /**
   * Loads with the defaults of the catalogue.
   *
   * @param environment the environment variables, usually {@link System#getenv()}
   * @throws ConfigurationException with all invalid values at once
   */
  public static Settings load(PropertySource framework, Map<String, String> environment) {
    return load(framework, environment, PropertySource.empty());
  }

  /**
   * Loads with defaults that the framework knows better, such as its management path.
   *
   * @param proposals {@code heliograph.*} keys that rank just above the catalogue's defaults
   * @throws ConfigurationException with all invalid values at once
   */
  public static Settings load(
      PropertySource framework, Map<String, String> environment, PropertySource proposals) {
    PropertySource variables = PropertySource.environment(environment);
    List<Layer> layers =
        List.of(
            new Layer(framework, Names.PREFIX),
            new Layer(variables, Names.PREFIX),
            new Layer(framework, Names.OTEL_PREFIX),
            new Layer(variables, Names.OTEL_PREFIX),
            new Layer(proposals, Names.PREFIX));
    SettingsLoader loader = new SettingsLoader(layers);
    Catalogue.all().forEach(loader::read);
    loader.throwProblems();
    return new Settings(loader);
  }

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException for a setting without a default, which {@link #find} reads
   */
  public <T> T get(Setting<T> setting) {
    T value = find(setting);
    if (value == null || !setting.hasDefault()) {
      throw new IllegalArgumentException(setting + " has no default");
    }
    return value;
  }

  /** Returns the value, null when nobody set it and it has no default. */
  public <T> @Nullable T find(Setting<T> setting) {
    return resolved(setting).value();
  }

  /** Where the value was written, {@code default} when nobody wrote one. */
  public String origin(Setting<?> setting) {
    return resolved(setting).origin();
  }

  /** All settings with their value, secrets masked, for a diagnostics page. */
  public List<EffectiveSetting> effective() {
    return resolved.values().stream().map(Resolved::effective).toList();
  }

  /** What looks like a mistake but does not stop the start, one line each. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Returns the exception for a value that is well-formed but that its user cannot work with.
   *
   * @param allowed completes "must be …"
   */
  public ConfigurationException invalid(Setting<?> setting, String allowed) {
    Resolved<?> found = resolved(setting);
    return ConfigurationException.of(setting, found.text(), allowed, found.origin());
  }

  /** Keys and origins only. */
  @Override
  public String toString() {
    return "Settings" + effective().stream().filter(s -> !s.origin().equals(DEFAULT)).toList();
  }

  @SuppressWarnings("unchecked") // each key maps to the setting of that key, hence of its type
  private <T> Resolved<T> resolved(Setting<T> setting) {
    Resolved<?> found = resolved.get(setting.key());
    if (found == null) {
      throw new IllegalArgumentException(setting + " is not in the catalogue");
    }
    return (Resolved<T>) found;
  }
}
