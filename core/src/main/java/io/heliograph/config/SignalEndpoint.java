package io.heliograph.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where one signal of an OTLP destination goes; section "Endpoint URLs for OTLP/HTTP" of the OTLP
 * exporter specification.
 */
final class SignalEndpoint {
  private static final int GRPC_PORT = 4317;
  private static final int HTTP_PORT = 4318;

  private final Findings findings;
  private final Signal signal;
  private final OtlpProtocol protocol;
  private final boolean insecure;

  SignalEndpoint(Findings findings, Signal signal, OtlpProtocol protocol, boolean insecure) {
    this.findings = findings;
    this.signal = signal;
    this.protocol = protocol;
    this.insecure = insecure;
  }

  /**
   * The endpoint of the signal as it is, or else the general one with the path; null when neither.
   */
  @Nullable URI resolve(Resolved<URI> own, Resolved<URI> general) {
    if (own.value() != null) {
      return withScheme(own, own.value());
    }
    URI base = general.value() == null ? null : withScheme(general, general.value());
    return base == null || isGrpc() ? base : withPath(general, base);
  }

  private @Nullable URI withScheme(Resolved<URI> resolved, URI uri) {
    suspectForeignPort(resolved, uri);
    if (uri.getScheme() != null) {
      return uri;
    }
    if (isGrpc()) {
      return URI.create((insecure ? "http:" : "https:") + uri);
    }
    findings.reject(
        resolved, "a URL that starts with http:// or https:// for " + protocol, "http:" + uri);
    return null;
  }

  private URI withPath(Resolved<URI> general, URI base) {
    String appended = "/v1/" + signal;
    String path = base.getRawPath();
    if (path.endsWith(appended)) {
      findings.suspect(
          general,
          "gets %s appended a second time. Maybe use %s instead"
              .formatted(appended, OtlpSignalSettings.of(signal).endpoint().key()));
    }
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    return URI.create(
        base.getScheme() + "://" + base.getRawAuthority() + trimmed + appended + query);
  }

  private void suspectForeignPort(Resolved<URI> resolved, URI uri) {
    if (uri.getPort() == (isGrpc() ? HTTP_PORT : GRPC_PORT)) {
      findings.suspect(
          resolved,
          "has the usual port of %s, but the protocol is %s. Maybe change %s"
              .formatted(
                  isGrpc() ? "http/protobuf" : "grpc", protocol, OtlpSettings.PROTOCOL.key()));
    }
  }

  private boolean isGrpc() {
    return protocol == OtlpProtocol.GRPC;
  }
}
