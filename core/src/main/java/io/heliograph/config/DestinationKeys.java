package io.heliograph.config;

import static java.util.stream.Collectors.joining;

import io.heliograph.config.SettingType.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings below {@code heliograph.destinations.<name>.} and where each falls back to. */
final class DestinationKeys {
  static final String PREFIX = Names.PREFIX + "destinations.";
  private static final String EXPORTER = Names.PREFIX + "exporter.";
  private static final String OTLP = EXPORTER + "otlp.";

  /**
   * What belongs to one place and would be wrong, or a leaked credential, at another. These do not
   * fall back.
   */
  private static final Set<Setting<?>> OF_ONE_PLACE =
      Stream.concat(
              Stream.of(OtlpSettings.ENDPOINT, OtlpSettings.HEADERS, ExportSettings.FILE_PATH),
              Stream.of(Signal.values())
                  .map(OtlpSignalSettings::of)
                  .flatMap(settings -> Stream.of(settings.endpoint(), settings.headers())))
          .collect(Collectors.toUnmodifiableSet());

  /** The general settings that a destination has its own variant of. */
  static final List<Setting<?>> GENERAL =
      Stream.<List<? extends Setting<?>>>of(
              List.of(OtlpSettings.ENDPOINT),
              Stream.of(Signal.values())
                  .map(signal -> OtlpSignalSettings.of(signal).endpoint())
                  .toList(),
              OtlpSettings.OF_EACH_SIGNAL,
              OtlpTlsSettings.ALL,
              OtlpSettings.OWN,
              BatchSettings.SPANS.all(),
              BatchSettings.METRICS.all(),
              BatchSettings.LOG_RECORDS.all(),
              List.of(
                  MetricSettings.CARDINALITY_LIMIT,
                  MetricSettings.TEMPORALITY_PREFERENCE,
                  MetricSettings.DEFAULT_HISTOGRAM_AGGREGATION),
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

  static Setting<List<Signal>> signals(String name) {
    return Setting.own(
            "destinations." + name + ".signals", CollectionTypes.listOf(Types.enumOf(Signal.class)))
        .defaultsTo(Stream.of(Signal.values()).map(Signal::toString).collect(joining(",")))
        .means("The signals that are sent there.");
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

  /** One key whichever signal's setting is asked for, except for the endpoints. */
  private static String suffix(Setting<?> general) {
    String key = general.key();
    boolean endpoint = key.startsWith(OTLP) && key.endsWith(".endpoint");
    Stream<String> ofSignals = Stream.of(Signal.values()).map(signal -> OTLP + signal + ".");
    return Stream.concat(
            endpoint ? Stream.empty() : ofSignals, Stream.of(OTLP, EXPORTER, Names.PREFIX))
        .filter(key::startsWith)
        .findFirst()
        .map(prefix -> key.substring(prefix.length()))
        .orElse(key);
  }
}
