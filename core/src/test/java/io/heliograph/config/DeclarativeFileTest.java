package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.Compliance;
import io.heliograph.config.ConfigurationException.Problem;
import io.heliograph.config.DestinationSettings.FileOutput;
import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.ExemplarFilter;
import io.heliograph.pipeline.TemporalityPreference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarativeFileTest {
  private static final String COMPLETE =
      """
      file_format: "1.0"
      disabled: ${OTEL_SDK_DISABLED:-false}
      log_level: debug
      resource:
        attributes:
          - name: service.name
            value: ${env:SERVICE}
          - name: price
            value: $$5
            type: string
        attributes_list: ${ATTRIBUTES}
      propagator:
        composite:
          - tracecontext:
          - b3:
        composite_list: baggage,b3
      attribute_limits:
        attribute_count_limit: 64
        attribute_value_length_limit:
      tracer_provider:
        limits:
          event_count_limit: 10
        sampler:
          parent_based:
            root:
              trace_id_ratio_based:
                ratio: 0.25
            remote_parent_sampled:
              always_on:
        processors:
          - batch:
              schedule_delay: 2000
              max_queue_size: 4096
              exporter:
                otlp_http:
                  endpoint: https://collector:4318/custom
                  headers:
                    - name: api-key
                      value: c4n4ry
                  headers_list: a=1
                  timeout: 5000
                  encoding: json
                  tls:
                    ca_file: /ca.pem
          - simple:
              exporter:
                otlp_grpc:
                  endpoint: collector:4317
                  tls:
                    insecure: true
          - batch:
              exporter:
                otlp_file/development:
                  output_stream: file:///var/log/traces.jsonl
          - simple:
              exporter:
                console:
      meter_provider:
        exemplar_filter: always_off
        views: []
        readers:
          - periodic:
              interval: 5000
              timeout: 4000
              cardinality_limits:
                default: 7
              exporter:
                otlp_http:
                  endpoint: http://collector:4318/v1/metrics
                  temporality_preference: low_memory
                  default_histogram_aggregation: base2_exponential_bucket_histogram
          - periodic:
              exporter:
                console:
      """;

  @TempDir Path directory;

  @Test
  @Compliance({
    "Environment Variables > OTEL_CONFIG_FILE",
    "Declarative configuration > The `Parse` operation performs environment variable substitution"
  })
  void translatesTheSupportedPartOfTheSchema() throws IOException {
    Settings settings =
        load(COMPLETE, "SERVICE", "shop", "ATTRIBUTES", "team=a%20b,service.name=other");
    assertThat(settings.get(EngineSettings.SDK_DISABLED)).isFalse();
    assertThat(settings.get(EngineSettings.LOG_LEVEL)).isEqualTo("debug");
    assertThat(settings.get(ResourceSettings.ATTRIBUTES))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("service.name", "shop", "price", "$5", "team", "a b"));
    assertThat(settings.get(EngineSettings.PROPAGATORS))
        .containsExactly("tracecontext", "b3", "baggage");
    assertThat(settings.get(LimitSettings.SPAN_ATTRIBUTE_COUNT)).isEqualTo(64);
    assertThat(settings.get(LimitSettings.ATTRIBUTE_VALUE_LENGTH)).isEqualTo(16384);
    assertThat(settings.get(LimitSettings.SPAN_EVENT_COUNT)).isEqualTo(10);
    assertThat(settings.get(TraceSettings.SAMPLER)).isEqualTo("parentbased_traceidratio");
    assertThat(settings.find(TraceSettings.SAMPLER_ARG)).isEqualTo("0.25");
    assertThat(settings.origin(TraceSettings.SAMPLER_ARG)).endsWith("otel.yaml:27");
    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.toString()).doesNotContain("c4n4ry");
  }

  @Test
  void makesADestinationOfEachMetricReader() throws IOException {
    Settings settings = load(COMPLETE);
    assertThat(settings.get(MetricSettings.EXEMPLAR_FILTER)).isEqualTo(ExemplarFilter.ALWAYS_OFF);
    List<DestinationSettings> readers = settings.destinations(Signal.METRICS);
    assertThat(readers)
        .extracting(DestinationSettings::name)
        .containsExactly("metrics-processor-1", "metrics-processor-2");
    DestinationSettings http = readers.get(0);
    assertThat(http.endpoint()).hasToString("http://collector:4318/v1/metrics");
    assertThat(http.batch().scheduleDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(http.batch().exportTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(http.streams())
        .isEqualTo(
            new DestinationSettings.Streams(
                TemporalityPreference.LOWMEMORY, Aggregation.exponentialHistogram(), 7));
    assertThat(readers.get(1).streams())
        .isEqualTo(
            new DestinationSettings.Streams(
                TemporalityPreference.CUMULATIVE, Aggregation.explicitHistogram(), 2000));
  }

  @Test
  void aPullReaderLetsMetricsBeScraped() throws IOException {
    Settings settings =
        load(
            """
            file_format: "1.0"
            meter_provider:
              readers:
                - pull:
                    exporter:
                      prometheus/development:
                        scope_info_enabled: false
            """);
    assertThat(settings.get(ExportSettings.METRICS_EXPORTER)).containsExactly("prometheus");
    assertThat(settings.get(ExportSettings.PROMETHEUS_SCOPE_LABELS)).isFalse();
    assertThat(settings.destinations(Signal.METRICS)).isEmpty();
  }

  @Test
  void makesADestinationOfEachProcessor() throws IOException {
    Settings settings = load(COMPLETE);
    assertThat(settings.destinations(Signal.TRACES))
        .extracting(DestinationSettings::name)
        .containsExactly(
            "traces-processor-1", "traces-processor-2", "traces-processor-3", "traces-processor-4");
    DestinationSettings http = settings.destinations(Signal.TRACES).get(0);
    assertThat(http.endpoint()).hasToString("https://collector:4318/custom");
    assertThat(http.protocol()).isEqualTo(OtlpProtocol.HTTP_JSON);
    assertThat(http.headers()).isEqualTo(Map.of("api-key", "c4n4ry", "a", "1"));
    assertThat(http.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(http.tls().certificate()).isEqualTo(Path.of("/ca.pem"));
    assertThat(http.batch().scheduleDelay()).isEqualTo(Duration.ofSeconds(2));
    DestinationSettings grpc = settings.destinations(Signal.TRACES).get(1);
    assertThat(grpc.endpoint()).hasToString("http://collector:4317");
    assertThat(grpc.batch().scheduleDelay()).isEqualTo(Duration.ofMillis(1));
    assertThat(settings.destinations(Signal.TRACES).get(2).file())
        .isEqualTo(new FileOutput(Path.of("/var/log/traces.jsonl"), 64L << 20, 5));
    assertThat(settings.destinations(Signal.TRACES).get(3).type())
        .isEqualTo(DestinationType.CONSOLE);
  }

  @Test
  void ignoresVariablesThatTheFileDoesNotReferToAndSaysSo() throws IOException {
    Settings settings =
        load("file_format: '1.0'", "OTEL_SERVICE_NAME", "x", "OTEL_EXPORTER_OTLP_ENDPOINT", "y");
    assertThat(settings.find(ResourceSettings.SERVICE_NAME)).isNull();
    assertThat(settings.destinations(Signal.TRACES)).isEmpty();
    assertThat(settings.get(EngineSettings.PROPAGATORS)).containsExactly("none");
    assertThat(settings.origin(EngineSettings.CONFIG_FILE))
        .isEqualTo("environment variable OTEL_CONFIG_FILE");
    assertThat(settings.notices())
        .anyMatch(notice -> notice.startsWith("OTEL_SERVICE_NAME is read by no setting"));
  }

  @Test
  void yieldsToOurOwnKeys() throws IOException {
    PropertySource framework =
        PropertySource.of(Map.of("heliograph.log.level", "warn"), "application.yml");
    Settings settings =
        Settings.load(framework, environment("file_format: '1.0'\nlog_level: debug"));
    assertThat(settings.get(EngineSettings.LOG_LEVEL)).isEqualTo("warn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tracer_provider: {typo: 1} | tracer_provider.typo | left out: this node is not supported",
        "tracer_provider: {sampler: {magic: }} | tracer_provider.sampler.magic"
            + " | left out: this node is not supported",
        "tracer_provider: {sampler: {parent_based: {remote_parent_sampled: {always_off: }}}}"
            + " | tracer_provider.sampler.parent_based.remote_parent_sampled"
            + " | left out: this node is not supported",
        "tracer_provider: {processors: [{batch: {exporter: {otlp_http: {proxy: x}}}}]}"
            + " | tracer_provider.processors[0].batch.exporter.otlp_http.proxy"
            + " | left out: this node is not supported",
        "resource: {attributes: [{name: a, value: 1, type: int}]} | resource.attributes.type"
            + " | string, the one type that is supported",
        "resource: {attributes: [{name: a}]} | resource.attributes"
            + " | a list in which each item has name and value",
        "resource: [a] | resource | a mapping",
        "resource: {attributes: {a: b}} | resource.attributes | a list",
        "log_level: [a] | log_level | a single value",
        "log_level: ${A:?b}"
            + " | log_level | a value with references such as ${NAME} or ${NAME:-default}",
        "log_level: loud | heliograph.log.level" + " | one of off, error, warn, info, debug, trace",
      })
  void namesPathAndLineOfWhatItDoesNotSupport(String node, String path, String allowed)
      throws IOException {
    Problem problem = firstProblem("file_format: '1.0'\n\n" + node);
    assertThat(problem.key()).isEqualTo(path);
    assertThat(problem.allowed()).isEqualTo(allowed);
    assertThat(problem.origin()).endsWith("otel.yaml:3");
  }

  @ParameterizedTest
  @CsvSource({
    "a: b, file_format",
    "file_format: '0.4', file_format",
    "file_format: 2, file_format"
  })
  void rejectsAnotherFormat(String document, String path) throws IOException {
    assertThat(firstProblem(document).key()).isEqualTo(path);
  }

  @Test
  void namesTheLineOfMalformedYamlAndQuotesNothing() throws IOException {
    ConfigurationException failure = failing("a: b\nc: [c4n4ry\n} d");
    assertThat(failure.problems().get(0).allowed()).isEqualTo("valid YAML");
    assertThat(failure.problems().get(0).origin()).endsWith("otel.yaml:3");
    assertThat(failure.toString()).doesNotContain("c4n4ry");
  }

  @Test
  void rejectsAFileThatIsNotThere() {
    assertThat(Load.failingEnvironment("OTEL_CONFIG_FILE", "/no/such.yaml"))
        .hasMessageContaining("OTEL_CONFIG_FILE = \"/no/such.yaml\"")
        .hasMessageContaining("must be the path of a readable YAML file");
  }

  private Problem firstProblem(String document) throws IOException {
    return failing(document).problems().get(0);
  }

  private ConfigurationException failing(String document) throws IOException {
    Map<String, String> environment = environment(document);
    return catchThrowableOfType(
        ConfigurationException.class, () -> Settings.load(PropertySource.empty(), environment));
  }

  private Settings load(String document, String... variables) throws IOException {
    return Settings.load(PropertySource.empty(), environment(document, variables));
  }

  private Map<String, String> environment(String document, String... variables) throws IOException {
    Path file = Files.writeString(directory.resolve("otel.yaml"), document);
    Map<String, String> environment = new HashMap<>(Load.map(variables));
    environment.put("OTEL_CONFIG_FILE", file.toString());
    return environment;
  }
}
