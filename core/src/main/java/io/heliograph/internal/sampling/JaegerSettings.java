package io.heliograph.internal.sampling;

import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.Samplers;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The argument of the Jaeger remote sampler, such as {@code
 * endpoint=http://localhost:5778,pollingIntervalMs=5000,initialSamplingRate=0.25}.
 *
 * @param endpoint used as it is, with {@code /sampling} as its path if it has none
 * @param initial decides until the first strategy has arrived
 */
record JaegerSettings(URI endpoint, Duration pollingInterval, Sampler initial) {

  private static final String ENDPOINT = "endpoint";
  private static final String INTERVAL = "pollingIntervalMs";
  private static final String RATE = "initialSamplingRate";
  private static final Set<String> KEYS = Set.of(ENDPOINT, INTERVAL, RATE);
  private static final String ALLOWED =
      "a comma-separated list of endpoint=<http or https URL>, pollingIntervalMs=<whole number from"
          + " 1>, initialSamplingRate=<number from 0 to 1>, each at most once";

  /**
   * Reads the argument.
   *
   * @param arg null for the defaults
   * @throws IllegalArgumentException with a text that completes "must be …"
   */
  static JaegerSettings parse(@Nullable String arg) {
    Map<String, String> given = pairs(arg == null ? "" : arg);
    try {
      return new JaegerSettings(
          endpoint(given.getOrDefault(ENDPOINT, "http://localhost:5778")),
          interval(given.getOrDefault(INTERVAL, "60000")),
          Samplers.traceIdRatio(Double.parseDouble(given.getOrDefault(RATE, "0.001"))));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ALLOWED, e);
    }
  }

  private static Map<String, String> pairs(String arg) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : arg.isBlank() ? new String[0] : arg.split(",", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (!KEYS.contains(key) || pairs.put(key, pair.substring(equals + 1).strip()) != null) {
        throw new IllegalArgumentException(ALLOWED);
      }
    }
    return pairs;
  }

  private static URI endpoint(String value) {
    URI uri = URI.create(value);
    String scheme = uri.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http || uri.getHost() == null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("not an HTTP URL");
    }
    boolean bare = uri.getPath().isEmpty() || uri.getPath().equals("/");
    return bare ? uri.resolve("/sampling") : uri;
  }

  private static Duration interval(String value) {
    long millis = Long.parseLong(value);
    if (millis < 1) {
      throw new IllegalArgumentException("not positive");
    }
    return Duration.ofMillis(millis);
  }
}
