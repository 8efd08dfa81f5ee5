package io.heliograph.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Settings of the OTLP exporter for every signal. */
public final class OtlpSettings {

  public static final Setting<URI> ENDPOINT =
      Setting.otel("OTEL_EXPORTER_OTLP_ENDPOINT", EndpointType.endpoint())
          .means("The receiver of every signal; over HTTP each signal's path is appended.");

  public static final Setting<OtlpProtocol> PROTOCOL =
      Setting.otel("OTEL_EXPORTER_OTLP_PROTOCOL", Types.enumOf(OtlpProtocol.class))
          .defaultsTo("http/protobuf")
          .means("The transport and encoding.");

  public static final Setting<Map<String, String>> HEADERS =
      Setting.otel("OTEL_EXPORTER_OTLP_HEADERS", CollectionTypes.map())
          .defaultsTo("")
          .secret()
          .means("Headers of every request, such as an API key.");

  public static final Setting<Duration> TIMEOUT =
      Setting.otel("OTEL_EXPORTER_OTLP_TIMEOUT", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("10s")
          .means("How long one request may take.");

  public static final Setting<Compression> COMPRESSION =
      Setting.otel("OTEL_EXPORTER_OTLP_COMPRESSION", Types.enumOf(Compression.class))
          .defaultsTo("gzip")
          .means("The compression of request bodies.");

  public static final Setting<Boolean> INSECURE =
      Setting.otel("OTEL_EXPORTER_OTLP_INSECURE", Types.bool())
          .defaultsTo("false")
          .means("Whether gRPC goes without TLS where the endpoint has no scheme.");

  public static final Setting<Integer> CONCURRENCY =
      Setting.own("exporter.otlp.concurrency", Types.integer(1, 64))
          .defaultsTo("2")
          .means("How many requests to one destination are under way at once.");

  public static final Setting<Long> MAX_REQUEST_SIZE =
      Setting.own("exporter.otlp.max-request-size", UnitTypes.size(1024, 1 << 30))
          .defaultsTo("64MiB")
          .means("How large a request may be before compression; larger batches are split.");

  public static final Setting<Long> MAX_RESPONSE_SIZE =
      Setting.own("exporter.otlp.max-response-size", UnitTypes.size(1024, 1 << 30))
          .defaultsTo("4MiB")
          .means("How much of a response is read, counted after decompression.");

  public static final Setting<Duration> RETRY_INITIAL_BACKOFF =
      Setting.own("exporter.otlp.retry.initial-backoff", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("1s")
          .means("The wait before the first retry; it doubles from there, with jitter.");

  public static final Setting<Duration> RETRY_MAX_BACKOFF =
      Setting.own("exporter.otlp.retry.max-backoff", UnitTypes.duration(Duration.ofMillis(1)))
          .defaultsTo("30s")
          .means("The longest wait between two retries.");

  public static final Setting<Duration> RETRY_MAX_ELAPSED =
      Setting.own("exporter.otlp.retry.max-elapsed", UnitTypes.duration(Duration.ZERO))
          .defaultsTo("10m")
          .means("How long a batch is retried before it is dropped and counted.");

  /** What OpenTelemetry has no variable for, hence no variant for one signal. */
  static final List<Setting<?>> OWN =
      List.of(
          CONCURRENCY,
          MAX_REQUEST_SIZE,
          MAX_RESPONSE_SIZE,
          RETRY_INITIAL_BACKOFF,
          RETRY_MAX_BACKOFF,
          RETRY_MAX_ELAPSED);

  /** What each signal may override and a destination sets once for all of its signals. */
  static final List<Setting<?>> OF_EACH_SIGNAL =
      List.of(PROTOCOL, HEADERS, TIMEOUT, COMPRESSION, INSECURE);

  static final List<Setting<?>> ALL =
      Stream.of(List.of(ENDPOINT), OF_EACH_SIGNAL, OWN).<Setting<?>>flatMap(List::stream).toList();

  private OtlpSettings() {}
}
