package io.heliograph.pipeline;

import io.heliograph.export.InstrumentationScope;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which instruments a view applies to: those that meet every criterion that is set. Immutable.
 *
 * <pre>{@code
 * InstrumentSelector.named("http.*.duration").withMeterName("com.acme.shop")
 * }</pre>
 *
 * @param name may hold {@code *} for any text and {@code ?} for one character; case is ignored
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#instrument-selection-criteria">Instrument
 *     selection criteria</a>
 */
public record InstrumentSelector(
    @Nullable String name,
    @Nullable InstrumentKind kind,
    @Nullable String unit,
    @Nullable String meterName,
    @Nullable String meterVersion,
    @Nullable String meterSchemaUrl) {

  /** Selects by name, with wildcards; {@code *} selects all. */
  public static InstrumentSelector named(String name) {
    return new InstrumentSelector(name, null, null, null, null, null);
  }

  /** Selects all instruments of a kind. */
  public static InstrumentSelector ofKind(InstrumentKind kind) {
    return new InstrumentSelector(null, kind, null, null, null, null);
  }

  /** The same and of this kind. */
  public InstrumentSelector withKind(InstrumentKind kind) {
    return new InstrumentSelector(name, kind, unit, meterName, meterVersion, meterSchemaUrl);
  }

  /** The same and of this unit. */
  public InstrumentSelector withUnit(String unit) {
    return new InstrumentSelector(name, kind, unit, meterName, meterVersion, meterSchemaUrl);
  }

  /** The same and of the meter of this name. */
  public InstrumentSelector withMeterName(String meterName) {
    return new InstrumentSelector(name, kind, unit, meterName, meterVersion, meterSchemaUrl);
  }

  /** The same and of a meter of this version. */
  public InstrumentSelector withMeterVersion(String meterVersion) {
    return new InstrumentSelector(name, kind, unit, meterName, meterVersion, meterSchemaUrl);
  }

  /** The same and of a meter with this schema URL. */
  public InstrumentSelector withMeterSchemaUrl(String meterSchemaUrl) {
    return new InstrumentSelector(name, kind, unit, meterName, meterVersion, meterSchemaUrl);
  }

  /** Whether an instrument meets every criterion. */
  public boolean matches(
      String instrumentName,
      InstrumentKind instrumentKind,
      String instrumentUnit,
      InstrumentationScope scope) {
    return (kind == null || kind == instrumentKind)
        && (unit == null || unit.equals(instrumentUnit))
        && (meterName == null || meterName.equals(scope.name()))
        && (meterVersion == null || Objects.equals(meterVersion, scope.version()))
        && (meterSchemaUrl == null || Objects.equals(meterSchemaUrl, scope.schemaUrl()))
        && (name == null || hasWildcardName(name, instrumentName));
  }

  /** Whether it selects one name only, so that a view may rename what it selects. */
  boolean selectsOneName() {
    return name != null && name.indexOf('*') < 0 && name.indexOf('?') < 0;
  }

  private static boolean hasWildcardName(String pattern, String instrumentName) {
    String regex =
        "\\Q" + pattern.replace("\\E", "").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(instrumentName).matches();
  }
}
