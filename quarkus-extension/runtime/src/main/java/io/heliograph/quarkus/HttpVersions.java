package io.heliograph.quarkus;

import io.vertx.core.http.HttpVersion;

/** The protocol as Vert.x names it. */
final class HttpVersions {

  private HttpVersions() {}

  static String number(HttpVersion version) {
    return switch (version) {
      case HTTP_1_0 -> "1.0";
      case HTTP_1_1 -> "1.1";
      case HTTP_2 -> "2";
    };
  }
}
