package io.heliograph.config;

import io.heliograph.config.DestinationSettings.Batch;
import io.heliograph.config.DestinationSettings.FileOutput;
import io.heliograph.config.DestinationSettings.Part;
import io.heliograph.config.DestinationSettings.Retry;
import io.heliograph.config.DestinationSettings.Source;
import io.heliograph.config.DestinationSettings.Store;
import io.heliograph.config.DestinationSettings.Streams;
import io.heliograph.config.DestinationSettings.Tls;
import io.heliograph.config.DestinationSettings.Transfer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts one destination together from its own or from the general settings. */
final class DestinationReader {
  private final SettingsLoader loader;
  private final Signal signal;
  private final OtlpSignalSettings otlp;
  private final BatchSettings batch;
  private final @Nullable String name;

  private DestinationReader(SettingsLoader loader, Signal signal, @Nullable String name) {
    this.loader = loader;
    this.signal = signal;
    this.otlp = OtlpSignalSettings.of(signal);
    this.batch = BatchSettings.of(signal);
    this.name = name;
  }

  /** Reads {@code heliograph.destinations.<name>.*}, all of it, so that nothing is left unknown. */
  static DestinationReader named(SettingsLoader loader, Signal signal, String name) {
    DestinationReader reader = new DestinationReader(loader, signal, name);
    DestinationKeys.GENERAL.forEach(reader::resolved);
    return reader;
  }

  /**
   * Reads the general settings, for an exporter that {@code heliograph.<signal>.exporter} names.
   */
  static DestinationReader general(SettingsLoader loader, Signal signal) {
    return new DestinationReader(loader, signal, null);
  }

  /**
   * The destination's own variant of the setting, or the setting itself. The variant serves all
   * signals, so that what it falls back to is read by the signal's own setting.
   */
  <T> Resolved<T> resolved(Setting<T> setting) {
    if (name == null) {
      return loader.read(setting);
    }
    Resolved<T> own = loader.read(DestinationKeys.of(name, setting));
    return own.isInherited() ? loader.read(setting) : own;
  }

  /** Where the setting would be written for this destination. */
  private String key(Setting<?> setting) {
    return name == null ? loader.read(setting).key() : DestinationKeys.of(name, setting).key();
  }

  /**
   * @param endpoint null for a destination on this machine
   * @param file null unless it is a file
   */
  DestinationSettings settings(
      String destination, DestinationType type, @Nullable URI endpoint, @Nullable FileOutput file) {
    boolean ownTimeout = type == DestinationType.ZIPKIN && name == null;
    Setting<Duration> timeout = ownTimeout ? ExportSettings.ZIPKIN_TIMEOUT : otlp.timeout();
    return new DestinationSettings(
        signal,
        destination,
        type,
        endpoint,
        get(otlp.protocol()),
        ownTimeout ? Map.of() : get(otlp.headers()),
        get(timeout),
        get(otlp.compression()),
        tls(),
        transfer(),
        retry(),
        batch(),
        streams(),
        file,
        sources(ownTimeout ? ExportSettings.ZIPKIN_ENDPOINT : endpointSetting()));
  }

  /** The one of the two that decides. */
  private Setting<URI> endpointSetting() {
    return find(otlp.endpoint()) == null ? OtlpSettings.ENDPOINT : otlp.endpoint();
  }

  private Map<Part, Source> sources(Setting<URI> endpoint) {
    Map<Part, Source> sources = new EnumMap<>(Part.class);
    sources.put(Part.ENDPOINT, source(endpoint));
    sources.put(Part.HEADERS, source(otlp.headers()));
    sources.put(Part.CERTIFICATE, source(otlp.certificate()));
    sources.put(Part.CLIENT_KEY, source(otlp.clientKey()));
    sources.put(Part.KEY_STORE, source(OtlpTlsSettings.KEYSTORE_PATH));
    sources.put(Part.TRUST_STORE, source(OtlpTlsSettings.TRUSTSTORE_PATH));
    sources.put(Part.FILE, source(ExportSettings.FILE_PATH));
    return sources;
  }

  private Source source(Setting<?> setting) {
    Resolved<?> found = resolved(setting);
    return new Source(found.key(), found.display(), found.origin());
  }

  @Nullable FileOutput file() {
    Path path = find(ExportSettings.FILE_PATH);
    return path == null
        ? null
        : new FileOutput(
            ofSignal(path), get(ExportSettings.FILE_MAX_SIZE), get(ExportSettings.FILE_MAX_FILES));
  }

  /** A file holds one signal, as the format demands: the first has the name as written. */
  private Path ofSignal(Path path) {
    if (Stream.of(Signal.values()).filter(this::isWritten).findFirst().orElseThrow() == signal) {
      return path;
    }
    String file = String.valueOf(path.getFileName());
    int dot = file.lastIndexOf('.');
    int end = dot > 0 ? dot : file.length();
    return path.resolveSibling(file.substring(0, end) + "-" + signal + file.substring(end));
  }

  private boolean isWritten(Signal candidate) {
    List<?> chosen =
        name == null
            ? loader.read(ExportSettings.exporter(candidate)).value()
            : loader.read(DestinationKeys.signals(name)).value();
    Object wanted = name == null ? DestinationType.FILE.toString() : candidate;
    return Objects.requireNonNull(chosen).contains(wanted);
  }

  private Tls tls() {
    rejectHalfAPair();
    return new Tls(
        find(otlp.certificate()),
        find(otlp.clientKey()),
        find(otlp.clientCertificate()),
        store(
            OtlpTlsSettings.KEYSTORE_PATH,
            OtlpTlsSettings.KEYSTORE_PASSWORD,
            OtlpTlsSettings.KEYSTORE_TYPE),
        store(
            OtlpTlsSettings.TRUSTSTORE_PATH,
            OtlpTlsSettings.TRUSTSTORE_PASSWORD,
            OtlpTlsSettings.TRUSTSTORE_TYPE));
  }

  private @Nullable Store store(
      Setting<Path> path, Setting<String> password, Setting<String> type) {
    Path location = find(path);
    return location == null ? null : new Store(location, find(password), get(type));
  }

  private Transfer transfer() {
    return new Transfer(
        get(OtlpSettings.CONCURRENCY),
        get(OtlpSettings.MAX_REQUEST_SIZE),
        get(OtlpSettings.MAX_RESPONSE_SIZE));
  }

  private Retry retry() {
    return new Retry(
        get(OtlpSettings.RETRY_INITIAL_BACKOFF),
        get(OtlpSettings.RETRY_MAX_BACKOFF),
        get(OtlpSettings.RETRY_MAX_ELAPSED));
  }

  private Batch batch() {
    rejectBatchAboveQueue();
    int queueSize = get(batch.maxQueueSize());
    return new Batch(
        get(batch.scheduleDelay()),
        get(batch.exportTimeout()),
        queueSize,
        get(batch.maxQueueBytes()),
        Math.min(queueSize, get(batch.maxExportBatchSize())));
  }

  private Streams streams() {
    return new Streams(
        get(MetricSettings.TEMPORALITY_PREFERENCE),
        MetricSettings.histograms(get(MetricSettings.DEFAULT_HISTOGRAM_AGGREGATION)),
        get(MetricSettings.CARDINALITY_LIMIT));
  }

  private void rejectHalfAPair() {
    Resolved<Path> key = resolved(otlp.clientKey());
    Resolved<Path> certificate = resolved(otlp.clientCertificate());
    if ((key.value() == null) != (certificate.value() == null)) {
      Resolved<Path> there = key.value() == null ? certificate : key;
      Setting<Path> missing = key.value() == null ? otlp.clientKey() : otlp.clientCertificate();
      loader.findings().reject(there, "accompanied by " + key(missing), null);
    }
  }

  /** A default gives way to a small queue, somebody's wish does not. */
  private void rejectBatchAboveQueue() {
    Resolved<Integer> size = resolved(batch.maxExportBatchSize());
    Resolved<Integer> queue = resolved(batch.maxQueueSize());
    boolean wished = size.isWritten() && !queue.isInvalid();
    int queueSize = get(batch.maxQueueSize());
    if (wished && get(batch.maxExportBatchSize()) > queueSize) {
      String allowed =
          "at most %d, the value of %s".formatted(queueSize, key(batch.maxQueueSize()));
      loader.findings().reject(size, allowed, null);
    }
  }

  private <T> T get(Setting<T> setting) {
    return Objects.requireNonNull(resolved(setting).value(), setting.key());
  }

  private <T> @Nullable T find(Setting<T> setting) {
    return resolved(setting).value();
  }
}
