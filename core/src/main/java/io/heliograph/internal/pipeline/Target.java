package io.heliograph.internal.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What a destination is to those who look at it from outside; holds no secrets.
 *
 * @param type how it is delivered to, such as {@code otlp grpc}
 * @param place a URL without user info and query, a file, or what else names it
 * @param component its exporter's {@code otel.component.type}
 * @param address of the server, null if there is none
 * @param port of the server, of no meaning without an address
 */
public record Target(
    String type, String place, String component, @Nullable String address, int port) {

  /** A target that is no server. */
  public static Target local(String type, String place, String component) {
    return new Target(type, place, component, null, 0);
  }
}
