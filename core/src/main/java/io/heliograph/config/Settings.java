package io.heliograph.config;

import io.heliograph.config.DestinationSettings.Source;
import io.heliograph.config.Resolved.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one start: parsed, defaulted and validated. Immutable and thread-safe.
 *
 * <p>Precedence, highest first: {@code heliograph.*} in the framework's properties, {@code
 * HELIOGRAPH_*} in the environment, {@code otel.*} in the framework's properties, {@code OTEL_*} in
 * the environment, what the framework proposes, the default. A file named by {@code
 * OTEL_CONFIG_FILE} replaces the two OpenTelemetry ranks.
 */
public final class Settings {
  static final String DEFAULT = "default";

  private final Map<String, Resolved<?>> resolved;
  private final List<DestinationSettings> destinations;
  private final List<String> warnings;
  private final List<String> notices;

  private Settings(
      Map<String, Resolved<?>> resolved,
      List<DestinationSettings> destinations,
      Findings findings) {
    this.resolved = Collections.unmodifiableMap(new LinkedHashMap<>(resolved));
    this.destinations = destinations;
    this.warnings = findings.warnings();
    this.notices = findings.notices();
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
    Findings findings = new Findings();
    List<Layer> layers = Layers.of(framework, environment, proposals, findings);
    SettingsLoader loader = new SettingsLoader(layers, findings);
    for (Setting<?> setting : Catalogue.all()) {
      loader.read(setting);
    }
    List<DestinationSettings> destinations = Destinations.read(loader);
    UnknownKeys unknown = new UnknownKeys(findings, loader.resolved().values());
    for (Layer layer : layers) {
      unknown.report(layer);
    }
    findings.throwProblems();
    return new Settings(loader.resolved(), destinations, findings);
  }

  /**
   * Loads for an application that a framework's test support starts: the engine is off unless
   * {@link EngineSettings#TEST_ENABLED} says otherwise.
   *
   * @throws ConfigurationException with all invalid values at once
   */
  public static Settings loadInTest(
      PropertySource framework, Map<String, String> environment, PropertySource proposals) {
    Settings settings = load(framework, environment, proposals);
    return settings.get(EngineSettings.TEST_ENABLED)
        ? settings
        : load(new OffInTest(framework), environment, proposals);
  }

  /** Whether the engine is off for no other reason than that this is a test. */
  public boolean isOffInTest() {
    return origin(EngineSettings.SDK_DISABLED).equals(OffInTest.ORIGIN);
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

  /**
   * Whether somebody wrote the value, here or in the setting that it falls back to, as opposed to a
   * default or a framework's proposal.
   */
  public boolean isConfigured(Setting<?> setting) {
    Setting<?> fallback = setting.fallback();
    return switch (resolved(setting).state()) {
      case WRITTEN, INVALID -> true;
      case PROPOSED, DEFAULT -> false;
      case INHERITED -> fallback != null && isConfigured(fallback);
    };
  }

  /** Where a signal goes, in order; empty when nothing of it is to be sent. */
  public List<DestinationSettings> destinations(Signal signal) {
    List<DestinationSettings> found = new ArrayList<>();
    for (DestinationSettings destination : destinations) {
      if (destination.signal() == signal) {
        found.add(destination);
      }
    }
    return List.copyOf(found);
  }

  /**
   * All settings of the catalogue, and those of named destinations that somebody wrote, secrets
   * masked, for a diagnostics page.
   */
  public List<EffectiveSetting> effective() {
    List<EffectiveSetting> shown = new ArrayList<>();
    for (Resolved<?> setting : resolved.values()) {
      if (isShown(setting)) {
        shown.add(setting.effective());
      }
    }
    return List.copyOf(shown);
  }

  /** What looks like a mistake but does not stop the start, one line each. */
  public List<String> warnings() {
    return warnings;
  }

  /** What a user should know at start-up though nothing is wrong, one line each. */
  public List<String> notices() {
    return notices;
  }

  /**
   * Returns the exception for a value that is well-formed but that its user cannot work with.
   *
   * @param allowed completes "must be …"
   */
  public ConfigurationException invalid(Setting<?> setting, String allowed) {
    Resolved<?> found = resolved(setting);
    Source source = new Source(found.key(), found.display(), found.origin());
    return ConfigurationException.of(source, allowed);
  }

  /** The settings that differ from their default, secrets masked. */
  @Override
  public String toString() {
    return "Settings" + effective().stream().filter(s -> !s.origin().equals(DEFAULT)).toList();
  }

  private static boolean isShown(Resolved<?> resolved) {
    boolean named = resolved.setting().key().startsWith(DestinationKeys.PREFIX);
    return !named || resolved.state() == State.WRITTEN;
  }

  private <T> Resolved<T> resolved(Setting<T> setting) {
    Resolved<T> found = Resolved.in(resolved, setting);
    if (found == null) {
      throw new IllegalArgumentException(setting + " is not in the catalogue");
    }
    return found;
  }
}
