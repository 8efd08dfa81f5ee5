package io.heliograph.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@link Catalogue}: a key, what it means, what it accepts and its default.
 * Immutable.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {
  private final String key;
  private final @Nullable String otelName;
  private final SettingType<T> type;
  private final Default<T> defaultValue;
  private final boolean secret;
  private final @Nullable String deprecated;
  private final String meaning;

  private Setting(Builder<T> builder, String meaning) {
    this.key = builder.key;
    this.otelName = builder.otelName;
    this.type = builder.type;
    this.defaultValue = builder.defaultValue;
    this.secret = builder.secret;
    this.deprecated = builder.deprecated;
    this.meaning = meaning;
  }

  /** Starts a setting that OpenTelemetry has too, with the key that follows from its name. */
  static <T> Builder<T> otel(String variable, SettingType<T> type) {
    String suffix = variable.substring("OTEL_".length());
    return new Builder<>(Names.PREFIX + Names.dottedForm(suffix), variable, type);
  }

  /** Starts a setting of our own. */
  static <T> Builder<T> own(String suffix, SettingType<T> type) {
    return new Builder<>(Names.PREFIX + suffix, null, type);
  }

  /** The key in its canonical spelling, such as {@code heliograph.service.name}. */
  public String key() {
    return key;
  }

  /** The environment variable that OpenTelemetry defines for it, null for our own settings. */
  public @Nullable String otelName() {
    return otelName;
  }

  /** The environment variable in our own key space. */
  public String environmentName() {
    return Names.environmentForm(key);
  }

  /** The name of the type as the reference page prints it, such as {@code duration}. */
  public String typeName() {
    return type.name();
  }

  /** The Java type as IDE metadata spells it, generics included. */
  public String javaType() {
    return type.javaType();
  }

  /** All values, or all elements of a list, that it accepts; empty when they are without number. */
  public List<String> choices() {
    return type.choices();
  }

  /** What it accepts; completes "must be …". */
  public String allowed() {
    return type.allowed();
  }

  /** The default as one writes it, null when there is none or another setting decides. */
  public @Nullable String defaultText() {
    return defaultValue.text();
  }

  /** The setting whose value counts when this one is not set, null when there is none. */
  public @Nullable Setting<T> fallback() {
    return defaultValue.fallback();
  }

  /** One sentence for the reference page. */
  public String meaning() {
    return meaning;
  }

  /** Whether its value is kept out of every text that people see. */
  public boolean isSecret() {
    return secret;
  }

  /** What to use instead, null when it is not deprecated. */
  public @Nullable String deprecated() {
    return deprecated;
  }

  @Override
  public String toString() {
    return key;
  }

  SettingType<T> type() {
    return type;
  }

  /** The default, null when there is none or another setting decides. */
  public @Nullable T defaultValue() {
    return defaultValue.value();
  }

  /** Whether a value is there whatever anybody configures. */
  boolean hasDefault() {
    Setting<T> other = fallback();
    return defaultValue() != null || (other != null && other.hasDefault());
  }

  /** The text as people may see it. */
  String display(String text) {
    return secret ? "***" : type.display().apply(text);
  }

  /** Starts a setting of the same kind under another variable; this one stands in for it. */
  Builder<T> variant(String prefix, String replacement) {
    String variable = Objects.requireNonNull(otelName).replace(prefix, replacement);
    Builder<T> builder = Setting.otel(variable, type);
    builder.secret = secret;
    return builder.fallsBackTo(this);
  }

  /** Starts a setting of the same kind under another key. */
  Builder<T> under(String otherKey) {
    Builder<T> builder = new Builder<>(otherKey, null, type);
    builder.secret = secret;
    return builder;
  }

  /** At most one of text with value, and fallback. */
  private record Default<T>(
      @Nullable String text, @Nullable T value, @Nullable Setting<T> fallback) {}

  /** Collects the parts; {@link #means} ends it. */
  static final class Builder<T> {
    private final String key;
    private final @Nullable String otelName;
    private final SettingType<T> type;
    private Default<T> defaultValue = new Default<>(null, null, null);
    private boolean secret;
    private @Nullable String deprecated;

    private Builder(String key, @Nullable String otelName, SettingType<T> type) {
      this.key = key;
      this.otelName = otelName;
      this.type = type;
    }

    Builder<T> defaultsTo(String text) {
      try {
        defaultValue = new Default<>(text, type.parse(text), null);
      } catch (BadValue e) {
        throw new IllegalArgumentException("The default of " + key + " is invalid: " + text, e);
      }
      return this;
    }

    Builder<T> fallsBackTo(Setting<T> other) {
      defaultValue = new Default<>(null, null, other);
      return this;
    }

    Builder<T> secret() {
      secret = true;
      return this;
    }

    Builder<T> deprecatedFor(String instead) {
      deprecated = instead;
      return this;
    }

    Setting<T> means(String sentence) {
      return new Setting<>(this, sentence);
    }
  }
}
