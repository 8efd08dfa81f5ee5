package io.heliograph.config;

import io.heliograph.config.SettingType.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The settings below {@code heliograph.destinations.<name>.} and where each falls back to. */
final class DestinationKeys {
  static final String PREFIX = Names.PREFIX + "destinations.";
  private static final String EXPORTER = Names.PREFIX + "exporter.";
  private static final String OTLP = EXPORTER + "otlp.";
  private static final String TRACES = OTLP + "traces.";

  /**
   * What belongs to one place and would be wrong, or a leaked credential, at another. These do not
   * fall back.
   */
  private static final Set<Setting<?>> OF_ONE_PLACE =
      Set.of(
          OtlpSettings.ENDPOINT,
          OtlpTracesSettings.ENDPOINT,
          OtlpTracesSettings.HEADERS,
          ExportSettings.FILE_PATH);

  /** The general settings that a destination has its own variant of. */
  static final List<Setting<?>> GENERAL =
      Stream.<List<? extends Setting<?>>>of(
              List.of(OtlpSettings.ENDPOINT),
              OtlpTracesSettings.ALL,
              OtlpTlsSettings.OWN,
              OtlpSettings.OWN,
              BatchSettings.ALL,
              List.of(
                  ExportSettings.FILE_PATH,
                  ExportSettings.FILE_MAX_SIZE,
                  ExportSettings.FILE_MAX_FILES))
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private DestinationKeys() {}

  static Setting<DestinationType> type(String name) {
    return Setting.own("destinations." + name + ".type", Types.enumOf(DestinationType.class))
        .defaultsTo("otlp")
        .means("The kind of the destination.");
  }

  /** The variant that the destination of that name has of a general setting. */
  static <T> Setting<T> of(String name, Setting<T> general) {
    Setting.Builder<T> builder = general.under(PREFIX + name + "." + suffix(general));
    if (!OF_ONE_PLACE.contains(general)) {
      return builder.fallsBackTo(general).means("Overrides `" + general.key() + "` here.");
    }
    boolean scalar = general.type().shape() == Shape.SCALAR;
    return (scalar ? builder : builder.defaultsTo("")).means(general.meaning());
  }

  private static String suffix(Setting<?> general) {
    String key = general.key();
    if (general == OtlpTracesSettings.ENDPOINT) {
      return key.substring(OTLP.length());
    }
    return Stream.of(TRACES, OTLP, EXPORTER, Names.PREFIX)
        .filter(key::startsWith)
        .findFirst()
        .map(prefix -> key.substring(prefix.length()))
        .orElse(key);
  }
}
