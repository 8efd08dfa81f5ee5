package io.heliograph.internal.send;

import io.heliograph.internal.diagnostics.ThrottledLog;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a sender sends.
 *
 * @param endpoint absolute, {@code http} or {@code https}; for HTTP with the signal's path
 * @param headers sent with every request, names in lower case; their values are secrets
 * @param timeout of one request, from the connection to the end of the answer
 * @param gzip whether requests are compressed
 * @param tls null for the JVM's defaults
 * @param insecure for gRPC: no TLS whatever the endpoint's scheme
 * @param maxResponseBytes of one answer, after decompression
 */
public record SenderSettings(
    URI endpoint,
    Map<String, String> headers,
    Duration timeout,
    boolean gzip,
    @Nullable TlsMaterial tls,
    boolean insecure,
    int maxResponseBytes) {

  /** 4 MiB, the limit of the OTLP specification. */
  public static final int DEFAULT_MAX_RESPONSE_BYTES = 4 * 1024 * 1024;

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** What the protocols themselves set. */
  private static final Set<String> RESERVED =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private static final int SHORTEST_SECRET = 6;
  private static final int LONGEST_TEXT = 200;

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException naming what is wrong, never a header's value
   */
  public SenderSettings {
    requireHttp(endpoint);
    Map<String, String> checked = new TreeMap<>();
    headers.forEach(
        (name, value) -> checked.put(name.toLowerCase(Locale.ROOT), checkHeader(name, value)));
    String userInfo = endpoint.getUserInfo();
    if (userInfo != null) {
      checked.putIfAbsent("authorization", basic(userInfo));
    }
    headers = Map.copyOf(checked);
  }

  private static void requireHttp(URI endpoint) {
    String scheme = endpoint.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          "an endpoint must be an absolute http or https URL with a host");
    }
  }

  private static String checkHeader(String name, String value) {
    if (!TOKEN.matcher(name).matches() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("header name not allowed: " + ThrottledLog.oneLine(name));
    }
    if (!value.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\t')) {
      throw new IllegalArgumentException("the value of header " + name + " is not printable ASCII");
    }
    return value;
  }

  private static String basic(String userInfo) {
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /** What requests go to: the user info is in a header. */
  URI uri() {
    String userInfo = endpoint.getRawUserInfo();
    return userInfo == null
        ? endpoint
        : URI.create(endpoint.toString().replace(userInfo + "@", ""));
  }

  /** The endpoint without what may hold credentials. */
  String target() {
    return target(endpoint);
  }

  /** An endpoint without user info, query and fragment, which may hold credentials. */
  public static String target(URI endpoint) {
    String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
    return endpoint.getScheme() + "://" + endpoint.getHost() + port + path;
  }

  /**
   * Makes a receiver's text fit for a log: one short line, without what the headers, the user info
   * and the query keep secret. Those go before the text is cut, or half of one could stay.
   */
  String clean(String text) {
    String safe = ThrottledLog.oneLine(text).trim();
    for (String secret : secrets()) {
      safe = safe.replace(secret, "***");
    }
    return safe.length() <= LONGEST_TEXT ? safe : safe.substring(0, LONGEST_TEXT) + "…";
  }

  private List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    headers.values().forEach(value -> secrets.addAll(List.of(value.split("[ ,;=]+"))));
    if (endpoint.getUserInfo() != null) {
      secrets.addAll(List.of(endpoint.getUserInfo().split(":")));
    }
    if (endpoint.getRawQuery() != null) {
      secrets.addAll(List.of(endpoint.getRawQuery().split("[&=]")));
    }
    secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
    return secrets;
  }

  /** Names the headers, never their values. */
  @Override
  public String toString() {
    return "SenderSettings[" + target() + ", headers=" + headers.keySet() + ", gzip=" + gzip + "]";
  }
}
