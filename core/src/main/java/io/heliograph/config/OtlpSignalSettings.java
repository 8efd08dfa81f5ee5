package io.heliograph.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Settings of the OTLP exporter that override the general ones for one signal. */
public record OtlpSignalSettings(
    Setting<URI> endpoint,
    Setting<OtlpProtocol> protocol,
    Setting<Map<String, String>> headers,
    Setting<Duration> timeout,
    Setting<Compression> compression,
    Setting<Boolean> insecure,
    Setting<Path> certificate,
    Setting<Path> clientKey,
    Setting<Path> clientCertificate) {

  public static final OtlpSignalSettings TRACES = named(Signal.TRACES);
  public static final OtlpSignalSettings METRICS = named(Signal.METRICS);
  public static final OtlpSignalSettings LOGS = named(Signal.LOGS);

  /** Those of a signal. */
  public static OtlpSignalSettings of(Signal signal) {
    return switch (signal) {
      case TRACES -> TRACES;
      case METRICS -> METRICS;
      case LOGS -> LOGS;
    };
  }

  private static OtlpSignalSettings named(Signal signal) {
    return new OtlpSignalSettings(
        Setting.otel(prefix(signal) + "ENDPOINT", EndpointType.endpoint())
            .means("The receiver of " + signal + ", used exactly as written."),
        override(signal, OtlpSettings.PROTOCOL),
        override(signal, OtlpSettings.HEADERS),
        override(signal, OtlpSettings.TIMEOUT),
        override(signal, OtlpSettings.COMPRESSION),
        override(signal, OtlpSettings.INSECURE),
        override(signal, OtlpTlsSettings.CERTIFICATE),
        override(signal, OtlpTlsSettings.CLIENT_KEY),
        override(signal, OtlpTlsSettings.CLIENT_CERTIFICATE));
  }

  private static <T> Setting<T> override(Signal signal, Setting<T> general) {
    return general
        .variant("OTEL_EXPORTER_OTLP_", prefix(signal))
        .means("Overrides `" + general.key() + "` for " + signal + ".");
  }

  private static String prefix(Signal signal) {
    return "OTEL_EXPORTER_OTLP_" + signal.toString().toUpperCase(Locale.ROOT) + "_";
  }

  List<Setting<?>> all() {
    return List.of(
        endpoint,
        protocol,
        headers,
        timeout,
        compression,
        insecure,
        certificate,
        clientKey,
        clientCertificate);
  }
}
