package io.heliograph.config;

import io.heliograph.config.SettingType.Shape;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types whose text carries a unit. */
final class UnitTypes {
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,18})\\s*([A-Za-z]*)");

  private static final Map<String, ChronoUnit> DURATIONS =
      Map.of(
          "", ChronoUnit.MILLIS,
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private static final Map<String, Long> SIZES =
      Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);

  private UnitTypes() {}

  /** A plain number is milliseconds, as in the specification. */
  static SettingType<Duration> duration(Duration min) {
    String atLeast = min.isZero() ? "" : ", at least " + print(min);
    return SettingType.scalar(
        "duration",
        Duration.class,
        "a duration such as 500ms, 10s, 2m, 1h, PT10S or a number of milliseconds" + atLeast,
        text -> parseDuration(text, min));
  }

  /** Bytes; a text to IDEs, which know no type with these units. */
  static SettingType<Long> size(long min, long max) {
    return new SettingType<>(
        "size",
        String.class.getName(),
        "a size such as 512B, 16KiB, 64MiB, 1GiB or a number of bytes, from " + min + " to " + max,
        List.of(),
        Shape.SCALAR,
        raw -> Types.inRange(parseSize(raw.text().trim()), min, max),
        null,
        UnaryOperator.identity());
  }

  private static Duration parseDuration(String text, Duration min) throws BadValue {
    Duration value = parseDuration(text);
    if (value.compareTo(min) < 0) {
      throw new BadValue();
    }
    return value;
  }

  private static Duration parseDuration(String text) throws BadValue {
    try {
      if (text.startsWith("P") || text.startsWith("p")) {
        return Duration.parse(text);
      }
      Matcher matcher = match(text);
      ChronoUnit unit = DURATIONS.get(matcher.group(2).toLowerCase(Locale.ROOT));
      if (unit == null) {
        throw new BadValue(matcher.group(1) + nearestTimeUnit(matcher.group(2)));
      }
      return Duration.of(Long.parseLong(matcher.group(1)), unit);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new BadValue();
    }
  }

  private static long parseSize(String text) throws BadValue {
    Matcher matcher = match(text);
    String unit = matcher.group(2).toLowerCase(Locale.ROOT);
    Long factor = SIZES.get(unit);
    if (factor == null) {
      throw new BadValue(nearestSize(matcher.group(1), unit));
    }
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), factor);
    } catch (ArithmeticException e) {
      throw new BadValue();
    }
  }

  private static Matcher match(String text) throws BadValue {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text);
    if (!matcher.matches()) {
      throw new BadValue();
    }
    return matcher;
  }

  private static String nearestTimeUnit(String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mil")) {
      return "ms";
    }
    return DURATIONS.containsKey(lower.substring(0, 1)) ? lower.substring(0, 1) : "s";
  }

  /** {@code MB} is a thousand thousands to some and 2^20 to others, so it is neither here. */
  private static @Nullable String nearestSize(String number, String unit) {
    return switch (unit) {
      case "k", "kb", "ki" -> number + "KiB";
      case "m", "mb", "mi" -> number + "MiB";
      case "g", "gb", "gi" -> number + "GiB";
      default -> null;
    };
  }

  private static String print(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
