package io.heliograph.config;

import io.heliograph.config.ConfigurationException.Problem;
import io.heliograph.config.Resolved.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads settings from the ranks, highest first, and collects what is wrong on the way. */
final class SettingsLoader {
  private final List<Layer> layers;
  private final Findings findings;
  private final Map<String, Resolved<?>> resolved = new LinkedHashMap<>();

  SettingsLoader(List<Layer> layers, Findings findings) {
    this.layers = layers;
    this.findings = findings;
  }

  /** Reads the setting once; later calls answer the same. */
  <T> Resolved<T> read(Setting<T> setting) {
    Resolved<T> known = Resolved.in(resolved, setting);
    if (known != null) {
      return known;
    }
    Resolved<T> found = resolve(setting);
    resolved.put(setting.key(), found);
    return found;
  }

  /** Everything read so far, by canonical key, in the order of reading. */
  Map<String, Resolved<?>> resolved() {
    return resolved;
  }

  List<Layer> layers() {
    return layers;
  }

  Findings findings() {
    return findings;
  }

  private <T> Resolved<T> resolve(Setting<T> setting) {
    RawValue winner = null;
    for (Layer layer : layers) {
      // Lower ranks are asked too, so that an overridden key is not reported as unknown.
      RawValue raw = layer.find(setting);
      winner = winner == null ? raw : winner;
    }
    return winner == null ? byDefault(setting) : parse(setting, winner);
  }

  private <T> Resolved<T> byDefault(Setting<T> setting) {
    Setting<T> fallback = setting.fallback();
    if (fallback != null) {
      Resolved<T> other = read(fallback);
      State state = other.isInvalid() ? State.INVALID : State.INHERITED;
      return new Resolved<>(
          setting, other.value(), other.key(), other.text(), other.origin(), state);
    }
    String text = setting.defaultText();
    return new Resolved<>(
        setting,
        setting.defaultValue(),
        setting.key(),
        text == null ? "" : text,
        Settings.DEFAULT,
        State.DEFAULT);
  }

  private <T> Resolved<T> parse(Setting<T> setting, RawValue raw) {
    String deprecated = setting.deprecated();
    if (deprecated != null) {
      findings.warn("%s is deprecated: %s", raw.key(), deprecated, raw.origin());
    }
    State written = raw.rank() == Rank.PROPOSED ? State.PROPOSED : State.WRITTEN;
    try {
      return found(setting, raw, setting.type().parser().parse(raw), written);
    } catch (BadValue bad) {
      return ofBad(setting, raw, bad, written);
    }
  }

  /** Reports the problem, unless the specification gives the bad value a meaning. */
  private <T> Resolved<T> ofBad(Setting<T> setting, RawValue raw, BadValue bad, State written) {
    T meaning = setting.type().whenOtelInvalid();
    String shown = setting.display(raw.display());
    if (meaning == null || raw.rank() != Rank.OTEL) {
      findings.problem(new Problem(raw.key(), shown, setting.allowed(), raw.origin(), bad.maybe()));
      return found(setting, raw, byDefault(setting).value(), State.INVALID);
    }
    findings.warn(
        "%s = \"%s\" is not %s and counts as %s",
        raw.key(), shown, setting.allowed(), meaning, raw.origin());
    return found(setting, raw, meaning, written);
  }

  private static <T> Resolved<T> found(
      Setting<T> setting, RawValue raw, @Nullable T value, State state) {
    return new Resolved<>(setting, value, raw.key(), raw.display(), raw.origin(), state);
  }
}
