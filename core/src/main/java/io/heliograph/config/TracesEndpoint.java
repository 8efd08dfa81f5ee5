package io.heliograph.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where traces of an OTLP destination go; section "Endpoint URLs for OTLP/HTTP" of the OTLP
 * exporter specification.
 */
final class TracesEndpoint {
  private static final String PATH = "/v1/traces";
  private static final int GRPC_PORT = 4317;
  private static final int HTTP_PORT = 4318;

  private final Findings findings;
  private final OtlpProtocol protocol;
  private final boolean insecure;

  TracesEndpoint(Findings findings, OtlpProtocol protocol, boolean insecure) {
    this.findings = findings;
    this.protocol = protocol;
    this.insecure = insecure;
  }

  /** The endpoint of traces as it is, or else the general one with the path; null when neither. */
  @Nullable URI resolve(Resolved<URI> traces, Resolved<URI> general) {
    if (traces.value() != null) {
      return withScheme(traces, traces.value());
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
    String path = base.getRawPath();
    if (path.endsWith(PATH)) {
      findings.suspect(
          general,
          "gets %s appended a second time. Maybe use %s instead"
              .formatted(PATH, OtlpTracesSettings.ENDPOINT.key()));
    }
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + trimmed + PATH + query);
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
