package io.heliograph.instrumentation;

import io.heliograph.config.InstrumentationSettings;
import io.heliograph.config.Settings;
import java.util.List;
import java.util.Set;

/**
 * How HTTP calls of this application are recorded.
 *
 * @param knownMethods the methods that may become attribute values, case-sensitive; all others are
 *     {@code _OTHER}
 * @param capturedRequestHeaders recorded as {@code http.request.header.<name>}
 * @param capturedResponseHeaders recorded as {@code http.response.header.<name>}
 * @param sensitiveQueryParameters whose values are redacted, case-sensitive
 */
public record HttpClientOptions(
    Set<String> knownMethods,
    List<String> capturedRequestHeaders,
    List<String> capturedResponseHeaders,
    Set<String> sensitiveQueryParameters) {

  private static final HttpClientOptions DEFAULTS =
      new HttpClientOptions(
          HttpDefaults.KNOWN_METHODS,
          List.of(),
          List.of(),
          HttpDefaults.SENSITIVE_QUERY_PARAMETERS);

  /** Copies the collections. */
  public HttpClientOptions {
    knownMethods = Set.copyOf(knownMethods);
    capturedRequestHeaders = List.copyOf(capturedRequestHeaders);
    capturedResponseHeaders = List.copyOf(capturedResponseHeaders);
    sensitiveQueryParameters = Set.copyOf(sensitiveQueryParameters);
  }

  /** Reads what is configured. */
  public static HttpClientOptions from(Settings settings) {
    return new HttpClientOptions(
        Set.copyOf(settings.get(InstrumentationSettings.HTTP_KNOWN_METHODS)),
        settings.get(InstrumentationSettings.HTTP_CLIENT_REQUEST_HEADERS),
        settings.get(InstrumentationSettings.HTTP_CLIENT_RESPONSE_HEADERS),
        Set.copyOf(settings.get(InstrumentationSettings.HTTP_REDACT_QUERY_KEYS)));
  }

  /** What applies when nothing is configured. */
  public static HttpClientOptions defaults() {
    return DEFAULTS;
  }
}
