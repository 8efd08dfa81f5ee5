package io.heliograph.config;

import io.heliograph.config.ConfigurationException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads settings from the ranks, highest first, and collects what is wrong on the way. */
final class SettingsLoader {
  private final List<Layer> layers;
  private final Map<String, Resolved<?>> resolved = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  SettingsLoader(List<Layer> layers) {
    this.layers = layers;
  }

  /**
   * A setting with what was found for it.
   *
   * @param value null when nobody set it
   * @param key as written
   */
  record Resolved<T>(
      Setting<T> setting, @Nullable T value, String key, String text, String origin) {

    EffectiveSetting effective() {
      return new EffectiveSetting(setting.key(), setting.display(text), origin);
    }

    @Override
    public String toString() {
      return effective().toString();
    }
  }

  /** Reads the setting once; later calls answer the same. */
  <T> Resolved<T> read(Setting<T> setting) {
    Resolved<?> known = resolved.get(setting.key());
    if (known != null) {
      return cast(known);
    }
    Resolved<T> found = resolve(setting);
    resolved.put(setting.key(), found);
    return found;
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  List<String> warnings() {
    return warnings;
  }

  /** Everything read so far, by canonical key, in the order of reading. */
  Map<String, Resolved<?>> resolved() {
    return resolved;
  }

  void throwProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  private <T> Resolved<T> resolve(Setting<T> setting) {
    for (Layer layer : layers) {
      RawValue raw = layer.find(setting);
      if (raw != null) {
        return parse(setting, raw);
      }
    }
    return byDefault(setting);
  }

  private <T> Resolved<T> byDefault(Setting<T> setting) {
    Setting<T> fallback = setting.fallback();
    if (fallback != null) {
      Resolved<T> other = read(fallback);
      return new Resolved<>(setting, other.value(), other.key(), other.text(), other.origin());
    }
    String text = setting.defaultText();
    return new Resolved<>(
        setting, setting.defaultValue(), setting.key(), text == null ? "" : text, Settings.DEFAULT);
  }

  private <T> Resolved<T> parse(Setting<T> setting, RawValue raw) {
    String deprecated = setting.deprecated();
    if (deprecated != null) {
      warn("%s is deprecated: %s (from %s)".formatted(raw.key(), deprecated, raw.origin()));
    }
    T value = null;
    try {
      value = setting.type().parser().parse(raw);
    } catch (BadValue bad) {
      value = valueOfBad(setting, raw, bad);
    }
    return new Resolved<>(setting, value, raw.key(), raw.display(), raw.origin());
  }

  /** Reports the problem, unless the specification gives the bad value a meaning. */
  private <T> @Nullable T valueOfBad(Setting<T> setting, RawValue raw, BadValue bad) {
    T meaning = setting.type().whenOtelInvalid();
    String shown = setting.display(raw.display());
    if (meaning == null || !raw.otel()) {
      problem(new Problem(raw.key(), shown, setting.allowed(), raw.origin(), bad.maybe()));
      return null;
    }
    warn(
        "%s = \"%s\" is not %s and counts as %s (from %s)"
            .formatted(raw.key(), shown, setting.allowed(), meaning, raw.origin()));
    return meaning;
  }

  /** The map holds for each key the setting of that key, hence of its type. */
  @SuppressWarnings("unchecked")
  private static <T> Resolved<T> cast(Resolved<?> resolved) {
    return (Resolved<T>) resolved;
  }
}
