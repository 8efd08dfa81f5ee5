package io.heliograph.contract;

import java.util.Locale;

/** How constants are written in paths. */
final class Names {

  private Names() {}

  static String hyphenated(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
