package io.heliograph.config;

import io.heliograph.config.DestinationSettings.Batch;
import io.heliograph.config.DestinationSettings.FileOutput;
import io.heliograph.config.DestinationSettings.Part;
import io.heliograph.config.DestinationSettings.Retry;
import io.heliograph.config.DestinationSettings.Source;
import io.heliograph.config.DestinationSettings.Store;
import io.heliograph.config.DestinationSettings.Tls;
import io.heliograph.config.DestinationSettings.Transfer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts one destination together from its own or from the general settings. */
final class DestinationReader {
  private final SettingsLoader loader;
  private final @Nullable String name;

  private DestinationReader(SettingsLoader loader, @Nullable String name) {
    this.loader = loader;
    this.name = name;
  }

  /** Reads {@code heliograph.destinations.<name>.*}, all of it, so that nothing is left unknown. */
  static DestinationReader named(SettingsLoader loader, String name) {
    DestinationReader reader = new DestinationReader(loader, name);
    DestinationKeys.GENERAL.forEach(reader::resolved);
    return reader;
  }

  /** Reads the general settings, for an exporter that {@code heliograph.traces.exporter} names. */
  static DestinationReader general(SettingsLoader loader) {
    return new DestinationReader(loader, null);
  }

  /** The destination's own variant of the setting, or the setting itself. */
  <T> Resolved<T> resolved(Setting<T> setting) {
    return loader.read(name == null ? setting : DestinationKeys.of(name, setting));
  }

  /**
   * @param endpoint null for a destination on this machine
   * @param file null unless it is a file
   */
  DestinationSettings settings(
      String destination, DestinationType type, @Nullable URI endpoint, @Nullable FileOutput file) {
    boolean ownTimeout = type == DestinationType.ZIPKIN && name == null;
    Setting<Duration> timeout =
        ownTimeout ? ExportSettings.ZIPKIN_TIMEOUT : OtlpTracesSettings.TIMEOUT;
    Setting<Map<String, String>> headers = OtlpTracesSettings.HEADERS;
    return new DestinationSettings(
        destination,
        type,
        endpoint,
        get(OtlpTracesSettings.PROTOCOL),
        ownTimeout ? Map.of() : get(headers),
        get(timeout),
        get(OtlpTracesSettings.COMPRESSION),
        tls(),
        transfer(),
        retry(),
        batch(),
        file,
        sources(ownTimeout ? ExportSettings.ZIPKIN_ENDPOINT : endpointSetting()));
  }

  /** The one of the two that decides. */
  private Setting<URI> endpointSetting() {
    boolean ofTraces = find(OtlpTracesSettings.ENDPOINT) != null;
    return ofTraces ? OtlpTracesSettings.ENDPOINT : OtlpSettings.ENDPOINT;
  }

  private Map<Part, Source> sources(Setting<URI> endpoint) {
    Map<Part, Source> sources = new EnumMap<>(Part.class);
    sources.put(Part.ENDPOINT, source(endpoint));
    sources.put(Part.HEADERS, source(OtlpTracesSettings.HEADERS));
    sources.put(Part.CERTIFICATE, source(OtlpTracesSettings.CERTIFICATE));
    sources.put(Part.CLIENT_KEY, source(OtlpTracesSettings.CLIENT_KEY));
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
            path, get(ExportSettings.FILE_MAX_SIZE), get(ExportSettings.FILE_MAX_FILES));
  }

  private Tls tls() {
    rejectHalfAPair();
    return new Tls(
        find(OtlpTracesSettings.CERTIFICATE),
        find(OtlpTracesSettings.CLIENT_KEY),
        find(OtlpTracesSettings.CLIENT_CERTIFICATE),
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
    return new Batch(
        get(BatchSettings.SCHEDULE_DELAY),
        get(BatchSettings.EXPORT_TIMEOUT),
        get(BatchSettings.MAX_QUEUE_SIZE),
        get(BatchSettings.MAX_QUEUE_BYTES),
        get(BatchSettings.MAX_EXPORT_BATCH_SIZE));
  }

  private void rejectHalfAPair() {
    Resolved<Path> key = resolved(OtlpTracesSettings.CLIENT_KEY);
    Resolved<Path> certificate = resolved(OtlpTracesSettings.CLIENT_CERTIFICATE);
    if ((key.value() == null) != (certificate.value() == null)) {
      Resolved<Path> there = key.value() == null ? certificate : key;
      Resolved<Path> missing = key.value() == null ? key : certificate;
      loader.findings().reject(there, "accompanied by " + missing.setting().key(), null);
    }
  }

  private void rejectBatchAboveQueue() {
    Resolved<Integer> batch = resolved(BatchSettings.MAX_EXPORT_BATCH_SIZE);
    Resolved<Integer> queue = resolved(BatchSettings.MAX_QUEUE_SIZE);
    boolean valid = !batch.isInvalid() && !queue.isInvalid();
    int queueSize = get(BatchSettings.MAX_QUEUE_SIZE);
    if (valid && get(BatchSettings.MAX_EXPORT_BATCH_SIZE) > queueSize) {
      String allowed = "at most %d, the value of %s".formatted(queueSize, queue.setting().key());
      loader.findings().reject(batch, allowed, null);
    }
  }

  private <T> T get(Setting<T> setting) {
    return Objects.requireNonNull(resolved(setting).value(), setting.key());
  }

  private <T> @Nullable T find(Setting<T> setting) {
    return resolved(setting).value();
  }
}
