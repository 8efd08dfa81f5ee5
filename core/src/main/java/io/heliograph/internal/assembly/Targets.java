package io.heliograph.internal.assembly;

import io.heliograph.config.DestinationSettings;
import io.heliograph.config.Signal;
import io.heliograph.export.Exporter;
import io.heliograph.internal.pipeline.Target;
import io.heliograph.internal.send.SenderSettings;
import java.net.URI;
import java.util.Objects;

/** Names destinations, for a page of diagnostics and as the semantic conventions do. */
final class Targets {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private Targets() {}

  static Target of(DestinationSettings settings, Exporter<?> exporter) {
    return switch (settings.type()) {
      case OTLP -> server(settings, "otlp " + settings.protocol(), otlp(settings));
      case ZIPKIN -> server(settings, "zipkin", "zipkin_http_span_exporter");
      case FILE ->
          Target.local(
              "file",
              Objects.requireNonNull(settings.file(), "file").path().toString(),
              name(exporter));
      case CONSOLE -> Target.local("console", "standard output", name(exporter));
    };
  }

  /** The target of a program's own exporter, of which only the class is known. */
  static Target of(Exporter<?> exporter) {
    return Target.local("exporter", name(exporter), name(exporter));
  }

  private static Target server(DestinationSettings settings, String type, String component) {
    URI endpoint = Objects.requireNonNull(settings.endpoint(), "endpoint");
    return new Target(
        type, SenderSettings.target(endpoint), component, endpoint.getHost(), port(endpoint));
  }

  private static int port(URI endpoint) {
    int usual = "https".equalsIgnoreCase(endpoint.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    return endpoint.getPort() < 0 ? usual : endpoint.getPort();
  }

  private static String otlp(DestinationSettings settings) {
    String transport =
        switch (settings.protocol()) {
          case GRPC -> "grpc";
          case HTTP_PROTOBUF -> "http";
          case HTTP_JSON -> "http_json";
        };
    return "otlp_" + transport + "_" + item(settings.signal()) + "_exporter";
  }

  private static String item(Signal signal) {
    return switch (signal) {
      case TRACES -> "span";
      case METRICS -> "metric";
      case LOGS -> "log";
    };
  }

  /** The class, and for a lambda the one that it is in: its own name is another at each start. */
  private static String name(Exporter<?> exporter) {
    String name = exporter.getClass().getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda);
  }
}
