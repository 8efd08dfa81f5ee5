package io.heliograph.instrumentation;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.Settings;
import io.heliograph.config.TraceSettings;
import java.util.List;
import java.util.Set;

/**
 * How requests to this application are recorded.
 *
 * @param knownMethods the methods that may become attribute values, case-sensitive; all others are
 *     {@code _OTHER}
 * @param excludedPaths globs ({@code ?} one character, {@code *} within a segment, {@code **} any
 *     number of segments) of paths that are not recorded, nor is anything below them
 * @param capturedRequestHeaders recorded as {@code http.request.header.<name>}
 * @param capturedResponseHeaders recorded as {@code http.response.header.<name>}
 * @param sensitiveQueryParameters whose values are redacted, case-sensitive
 * @param trustForwardedHeaders whether {@code Forwarded} and {@code X-Forwarded-*} tell the
 *     client's address, the scheme and the host
 * @param trustRemoteContext whether a trace of the caller is continued; if not, it is linked
 */
public record HttpServerOptions(
    Set<String> knownMethods,
    List<String> excludedPaths,
    List<String> capturedRequestHeaders,
    List<String> capturedResponseHeaders,
    Set<String> sensitiveQueryParameters,
    boolean trustForwardedHeaders,
    boolean trustRemoteContext) {

  private static final HttpServerOptions DEFAULTS =
      new HttpServerOptions(
          HttpDefaults.KNOWN_METHODS,
          List.of(),
          List.of(),
          List.of(),
          HttpDefaults.SENSITIVE_QUERY_PARAMETERS,
          false,
          true);

  /** Copies the collections. */
  public HttpServerOptions {
    knownMethods = Set.copyOf(knownMethods);
    excludedPaths = List.copyOf(excludedPaths);
    capturedRequestHeaders = List.copyOf(capturedRequestHeaders);
    capturedResponseHeaders = List.copyOf(capturedResponseHeaders);
    sensitiveQueryParameters = Set.copyOf(sensitiveQueryParameters);
  }

  /** Reads what is configured. */
  public static HttpServerOptions from(Settings settings) {
    return new HttpServerOptions(
        Set.copyOf(settings.get(InstrumentationSettings.HTTP_KNOWN_METHODS)),
        settings.get(InstrumentationSettings.HTTP_SERVER_EXCLUDED_PATHS),
        settings.get(InstrumentationSettings.HTTP_SERVER_REQUEST_HEADERS),
        settings.get(InstrumentationSettings.HTTP_SERVER_RESPONSE_HEADERS),
        Set.copyOf(settings.get(InstrumentationSettings.HTTP_REDACT_QUERY_KEYS)),
        settings.get(InstrumentationSettings.HTTP_SERVER_TRUST_FORWARDED),
        settings.get(TraceSettings.TRUST_REMOTE_CONTEXT));
  }

  /** What applies when nothing is configured. */
  public static HttpServerOptions defaults() {
    return DEFAULTS;
  }
}
