package io.heliograph.instrumentation.logging;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Texts of the application's own objects, which may fail. */
final class Texts {

  private Texts() {}

  /** Without a stream: a line with arguments is the usual one. */
  static List<String> all(@Nullable Object[] values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = of(values[i]);
    }
    return Arrays.asList(texts);
  }

  static String of(@Nullable Object value) {
    try {
      return String.valueOf(value);
    } catch (Throwable failing) {
      return unavailable(failing);
    }
  }

  static @Nullable String guarded(Supplier<@Nullable String> text) {
    try {
      return text.get();
    } catch (Throwable failing) {
      return unavailable(failing);
    }
  }

  private static String unavailable(Throwable failing) {
    return "unavailable: " + failing.getClass().getName();
  }
}
