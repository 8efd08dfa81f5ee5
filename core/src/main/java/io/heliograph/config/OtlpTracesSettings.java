package io.heliograph.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings of the OTLP exporter that override the general ones for traces. */
public final class OtlpTracesSettings {

  public static final Setting<URI> ENDPOINT =
      Setting.otel("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", EndpointType.endpoint())
          .means("The receiver of traces, used exactly as written.");

  public static final Setting<OtlpProtocol> PROTOCOL = override(OtlpSettings.PROTOCOL);
  public static final Setting<Map<String, String>> HEADERS = override(OtlpSettings.HEADERS);
  public static final Setting<Duration> TIMEOUT = override(OtlpSettings.TIMEOUT);
  public static final Setting<Compression> COMPRESSION = override(OtlpSettings.COMPRESSION);
  public static final Setting<Boolean> INSECURE = override(OtlpSettings.INSECURE);
  public static final Setting<Path> CERTIFICATE = override(OtlpTlsSettings.CERTIFICATE);
  public static final Setting<Path> CLIENT_KEY = override(OtlpTlsSettings.CLIENT_KEY);
  public static final Setting<Path> CLIENT_CERTIFICATE =
      override(OtlpTlsSettings.CLIENT_CERTIFICATE);

  static final List<Setting<?>> ALL =
      List.of(
          ENDPOINT,
          PROTOCOL,
          HEADERS,
          TIMEOUT,
          COMPRESSION,
          INSECURE,
          CERTIFICATE,
          CLIENT_KEY,
          CLIENT_CERTIFICATE);

  private OtlpTracesSettings() {}

  private static <T> Setting<T> override(Setting<T> general) {
    return general
        .variant("OTEL_EXPORTER_OTLP_", "OTEL_EXPORTER_OTLP_TRACES_")
        .means("Overrides `" + general.key() + "` for traces.");
  }
}
