package io.heliograph.config;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the catalogue as a page for people. */
final class ReferencePage {
  private static final String DESTINATION = DestinationKeys.PREFIX + "<name>";

  private ReferencePage() {}

  static String generate() {
    String groups =
        Catalogue.groups().stream().map(ReferencePage::group).collect(Collectors.joining("\n"));
    return INTRODUCTION + groups + "\n" + destinations() + DECLARATIVE;
  }

  private static String group(Catalogue.Group group) {
    return "## "
        + group.title()
        + "\n\n| key | OpenTelemetry variable | type | default | meaning |\n|---|---|---|---|---|\n"
        + group.settings().stream().map(ReferencePage::row).collect(Collectors.joining());
  }

  private static String row(Setting<?> setting) {
    String variable = setting.otelName();
    return "| `%s` | %s | %s | %s | %s%s |\n"
        .formatted(
            setting.key(),
            variable == null ? "" : "`" + variable + "`",
            type(setting),
            byDefault(setting),
            setting.meaning().replace("|", "\\|"),
            setting.isSecret() ? " *Secret.*" : "");
  }

  private static String type(Setting<?> setting) {
    String choices =
        setting.choices().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
    boolean list = setting.typeName().equals("list");
    return choices.isEmpty() ? setting.typeName() : list ? "list of " + choices : choices;
  }

  private static String byDefault(Setting<?> setting) {
    Setting<?> fallback = setting.fallback();
    if (fallback != null) {
      return "that of `" + fallback.key() + "`";
    }
    String text = setting.defaultText();
    return text == null ? "none" : text.isEmpty() ? "empty" : "`" + text + "`";
  }

  private static String destinations() {
    String rows =
        DestinationKeys.GENERAL.stream()
            .map(general -> DestinationKeys.of("<name>", general))
            .map(s -> "| `%s` | %s | %s |\n".formatted(s.key(), type(s), byDefault(s)))
            .collect(Collectors.joining());
    Setting<DestinationType> type = DestinationKeys.type("<name>");
    Setting<List<Signal>> signals = DestinationKeys.signals("<name>");
    return DESTINATIONS.formatted(DESTINATION)
        + "| key | type | default |\n|---|---|---|\n"
        + "| `%s` | %s | %s |\n".formatted(type.key(), type(type), byDefault(type))
        + "| `%s` | %s | %s |\n".formatted(signals.key(), type(signals), byDefault(signals))
        + rows;
  }

  private static final String INTRODUCTION =
      """
      # Configuration

      <!-- Generated from the catalogue in core: mvn -pl core test -Dtest=GeneratedFilesTest
           -Dheliograph.regenerate=true -->

      Every key is `heliograph.` + the name of the OpenTelemetry variable in lower case, with dots
      and without `otel`: `OTEL_EXPORTER_OTLP_ENDPOINT` is `heliograph.exporter.otlp.endpoint`. Where
      OpenTelemetry has no variable, the key is our own. The keys are the same in every framework.

      ```yaml
      heliograph:
        service.name: shop
        exporter.otlp:
          endpoint: https://collector.example:4318
          headers:
            authorization: Bearer ${COLLECTOR_TOKEN}
        traces.sampler: parentbased_traceidratio
        traces.sampler.arg: 0.1
      ```

      ## Where a value comes from

      The first of these that holds a value wins, whole: lists and maps are not merged.

      1. `heliograph.*` in the framework's properties, in the framework's own order
      2. `HELIOGRAPH_*` in the environment: the key in upper case, with `_` for every dot and dash
      3. `otel.*` in the framework's properties: the variable's name in lower case with dots
      4. `OTEL_*` in the environment
      5. what the framework proposes, such as its application's name
      6. the default

      A setting for one signal, such as `heliograph.exporter.otlp.traces.endpoint`, wins over the
      general one wherever both come from. An empty variable is no variable; an empty key is none
      either, except that it empties a list or a map. `max-request-size`, `maxRequestSize` and
      `MAX_REQUEST_SIZE` are the same.

      ## What happens to mistakes

      An invalid value stops the start. One exception lists all of them, each with its key, value,
      what is allowed and where it was written. This holds for `OTEL_*` variables too, where the
      specification would ignore the value; only a boolean that is neither `true` nor `false` counts
      as `false`, with a warning, as the specification demands. An unknown `heliograph.*` key is
      warned of, with the nearest key that exists.

      Secrets never appear in messages, logs or diagnostics: settings marked *Secret* are shown as
      `***`, and URLs without user info and query.

      ## How values are written

      | type | text |
      |---|---|
      | duration | `500ms`, `10s`, `2m`, `1h`, `1d`, `PT10S`; a plain number is milliseconds |
      | size | `512B`, `16KiB`, `64MiB`, `1GiB`; a plain number is bytes |
      | list | `a,b,c`, or one key an element: `key[0]`, `key[1]` |
      | map | `a=1,b=2` with percent-encoded values, or one key an entry: `key.a`, literal values |
      | url | `http://…` or `https://…`; gRPC also takes `host:port` |
      | boolean | `true`, `false` |

      """;

  private static final String DESTINATIONS =
      """
      ## Named destinations

      Each name in `%s.*` is one more place that traces are sent to, with a queue, retries
      and batches of its own. What it does not set is taken from the general setting, except for
      what belongs to one place: its endpoint, headers and file. The exporters of
      `heliograph.traces.exporter` are destinations too, named after themselves, so that these
      names are taken. A name is letters, digits and dashes.

      ```yaml
      heliograph:
        exporter.otlp.endpoint: http://collector:4318
        destinations:
          vendor:
            endpoint: https://otlp.vendor.example
            headers:
              api-key: ${VENDOR_KEY}
          archive:
            type: file
            file.path: /var/log/traces.jsonl
      ```

      """;

  private static final String DECLARATIVE =
      """

      ## A declarative configuration file

      `OTEL_CONFIG_FILE` names a file of the OpenTelemetry configuration schema 1.0. It takes the
      place of `otel.*` and `OTEL_*`, which then count only where the file refers to them as
      `${OTEL_NAME:-default}`; `heliograph.*` still wins. The application needs
      `org.snakeyaml:snakeyaml-engine` or `org.yaml:snakeyaml` on its class path (Spring Boot has
      the latter).

      Supported: `file_format`, `disabled`, `log_level`, `resource.attributes` (strings),
      `resource.attributes_list`, `propagator.composite`, `propagator.composite_list`,
      `attribute_limits`, `tracer_provider.limits`, `tracer_provider.sampler` (`always_on`,
      `always_off`, `trace_id_ratio_based`, `parent_based` with a root of these),
      `tracer_provider.processors` (`batch`, `simple`, with `otlp_http`, `otlp_grpc`, `console`,
      `otlp_file/development`), of `logger_provider` its `limits` and `processors` likewise, and of
      `meter_provider` its `exemplar_filter` and `readers` (`periodic` with the same exporters). Any
      other node is an error that names its path and line, except for the views of `meter_provider`,
      which are left out with a notice: add those to the engine's builder. Processors and readers
      become destinations named `traces-processor-1`, `metrics-processor-1`, `logs-processor-1` and so
      on. A `simple` processor is one that sends after a millisecond.

      Where the file leaves a value out, our default above applies; without `propagator`, context is
      not propagated, and what has no provider is not sent.
      """;
}
