package io.heliograph.internal.metrics;

import io.heliograph.pipeline.InstrumentKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument was asked to be.
 *
 * @param boundaries advised bucket boundaries, null if there is no advice
 * @param attributes advised attribute keys, null if there is no advice
 */
record Descriptor(
    String name,
    InstrumentKind kind,
    boolean isLong,
    String unit,
    String description,
    @Nullable List<Double> boundaries,
    @Nullable Set<String> attributes) {

  /**
   * What two registrations must have in common to be the same instrument: not the advice.
   *
   * <p>A text, because to compare records the JVM first makes code, while an application starts.
   */
  String identity() {
    return lowerName() + ' ' + kind + ' ' + isLong + ' ' + unit.length() + unit + description;
  }

  String lowerName() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** For the log. */
  String text() {
    return kind.name().toLowerCase(Locale.ROOT)
        + (isLong ? " of longs" : " of doubles")
        + " '"
        + name
        + "', unit '"
        + unit
        + "', description '"
        + description
        + "'";
  }
}
