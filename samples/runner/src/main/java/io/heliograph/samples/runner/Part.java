package io.heliograph.samples.runner;

import java.util.Locale;

/** A service of the shop. */
enum Part {
  CATALOGUE,
  STOCK,
  ORDERS;

  /** The name of its profile, and of it in the story. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String serviceName() {
    return "shop-" + id();
  }

  static Part of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
