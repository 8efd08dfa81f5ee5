package io.heliograph.config;

import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.TemporalityPreference;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One place that one signal is sent to, complete: what it does not set itself was taken from the
 * general settings. Immutable; {@code toString} shows no secret.
 *
 * @param signal what is sent there
 * @param name unique among the destinations of the signal
 * @param endpoint where it goes, path included; null for {@code FILE} and {@code CONSOLE}
 * @param headers of every request, names as written
 * @param timeout of one request
 * @param streams of no meaning for other signals than metrics
 * @param file null except for {@code FILE}
 * @param sources where the parts that can turn out unusable later were written
 */
public record DestinationSettings(
    Signal signal,
    String name,
    DestinationType type,
    @Nullable URI endpoint,
    OtlpProtocol protocol,
    Map<String, String> headers,
    Duration timeout,
    Compression compression,
    Tls tls,
    Transfer transfer,
    Retry retry,
    Batch batch,
    Streams streams,
    @Nullable FileOutput file,
    Map<Part, Source> sources) {

  /** Copies the maps. */
  public DestinationSettings {
    headers = Map.copyOf(headers);
    sources = Map.copyOf(sources);
  }

  /** A part that only its user can tell to be unusable. */
  public enum Part {
    ENDPOINT,
    HEADERS,
    CERTIFICATE,
    CLIENT_KEY,
    KEY_STORE,
    TRUST_STORE,
    FILE
  }

  /** A key with its value, secrets masked, and where that was written. */
  public record Source(String key, String value, String origin) {}

  /** The key by which a part of this destination is set, for messages. */
  public String key(Part part) {
    return source(part).key();
  }

  /**
   * Returns the exception for a part that is well-formed but cannot be used.
   *
   * @param allowed completes "must be …"
   */
  public ConfigurationException invalid(Part part, String allowed) {
    return ConfigurationException.of(source(part), allowed);
  }

  private Source source(Part part) {
    return Objects.requireNonNull(sources.get(part), part.name());
  }

  /** TLS material; what is null is not configured. */
  public record Tls(
      @Nullable Path certificate,
      @Nullable Path clientKey,
      @Nullable Path clientCertificate,
      @Nullable Store keyStore,
      @Nullable Store trustStore) {}

  /**
   * A key store on disk.
   *
   * @param password null when it has none
   * @param type as {@link java.security.KeyStore#getInstance(String)} takes it
   */
  public record Store(Path path, @Nullable String password, String type) {

    /** Leaves the password out. */
    @Override
    public String toString() {
      return "Store[path=" + path + ", type=" + type + "]";
    }
  }

  /** How much is under way at once; sizes in bytes. */
  public record Transfer(int concurrency, long maxRequestSize, long maxResponseSize) {}

  /** When a failed request is sent again. */
  public record Retry(Duration initialBackoff, Duration maxBackoff, Duration maxElapsed) {}

  /**
   * Which metric streams it wants.
   *
   * @param histograms what histogram instruments make unless a view says otherwise
   * @param cardinalityLimit the most series of a stream, the one for overflow included
   */
  public record Streams(
      TemporalityPreference temporality, Aggregation histograms, int cardinalityLimit) {}

  /**
   * The queue and its batches; {@code maxQueueBytes} in bytes.
   *
   * @param scheduleDelay for metrics the time between two collections
   */
  public record Batch(
      Duration scheduleDelay,
      Duration exportTimeout,
      int maxQueueSize,
      long maxQueueBytes,
      int maxExportBatchSize) {}

  /** The file and its rotation; {@code maxSize} in bytes. */
  public record FileOutput(Path path, long maxSize, int maxFiles) {}

  /** Signal, name, type and endpoint, without user info or query. */
  @Override
  public String toString() {
    String shown = endpoint == null ? "" : ", endpoint=" + EndpointType.masked(endpoint.toString());
    return "DestinationSettings[signal="
        + signal
        + ", name="
        + name
        + ", type="
        + type
        + shown
        + "]";
  }
}
