package io.heliograph.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Settings of TLS towards an OTLP receiver: PEM files, or key stores. */
public final class OtlpTlsSettings {
  private static final SettingType<String> STORE_TYPE = Types.choice("PKCS12", "JKS");

  public static final Setting<Path> CERTIFICATE =
      Setting.otel("OTEL_EXPORTER_OTLP_CERTIFICATE", Types.path())
          .means("PEM file of the certificates that the receiver's is checked against.");

  public static final Setting<Path> CLIENT_KEY =
      Setting.otel("OTEL_EXPORTER_OTLP_CLIENT_KEY", Types.path())
          .means("PEM file of the client's private key (mutual TLS).");

  public static final Setting<Path> CLIENT_CERTIFICATE =
      Setting.otel("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", Types.path())
          .means("PEM file of the client's certificate chain (mutual TLS).");

  public static final Setting<Path> KEYSTORE_PATH =
      Setting.own("exporter.otlp.keystore.path", Types.path())
          .means("Key store with the client's key and certificate, instead of PEM files.");

  public static final Setting<String> KEYSTORE_PASSWORD =
      Setting.own("exporter.otlp.keystore.password", Types.string())
          .secret()
          .means("Password of the key store and of its key.");

  public static final Setting<String> KEYSTORE_TYPE =
      Setting.own("exporter.otlp.keystore.type", STORE_TYPE)
          .defaultsTo("PKCS12")
          .means("Format of the key store.");

  public static final Setting<Path> TRUSTSTORE_PATH =
      Setting.own("exporter.otlp.truststore.path", Types.path())
          .means("Key store of the certificates that the receiver's is checked against.");

  public static final Setting<String> TRUSTSTORE_PASSWORD =
      Setting.own("exporter.otlp.truststore.password", Types.string())
          .secret()
          .means("Password of the trust store.");

  public static final Setting<String> TRUSTSTORE_TYPE =
      Setting.own("exporter.otlp.truststore.type", STORE_TYPE)
          .defaultsTo("PKCS12")
          .means("Format of the trust store.");

  /** What OpenTelemetry has no variable for, hence no variant for one signal. */
  static final List<Setting<?>> OWN =
      List.of(
          KEYSTORE_PATH,
          KEYSTORE_PASSWORD,
          KEYSTORE_TYPE,
          TRUSTSTORE_PATH,
          TRUSTSTORE_PASSWORD,
          TRUSTSTORE_TYPE);

  static final List<Setting<?>> ALL =
      Stream.concat(Stream.of(CERTIFICATE, CLIENT_KEY, CLIENT_CERTIFICATE), OWN.stream())
          .<Setting<?>>map(setting -> setting)
          .toList();

  private OtlpTlsSettings() {}
}
