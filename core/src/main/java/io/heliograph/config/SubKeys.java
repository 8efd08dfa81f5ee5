package io.heliograph.config;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys below the key of a list or a map: {@code name[0]}, {@code name.entry}. */
final class SubKeys {
  static final Predicate<String> ANY = tail -> true;

  /** Nine digits, so that it fits an int. */
  static final Predicate<String> INDEX = Pattern.compile("\\d{1,9}").asMatchPredicate();

  private SubKeys() {}

  /** Returns what follows the name in the key, in its own spelling; null when nothing does. */
  static @Nullable String tail(String key, String name) {
    for (int i = Names.OTEL_PREFIX.length(); i < key.length() - 1; i++) {
      char c = key.charAt(i);
      if ((c == '.' || c == '[')
          && Names.relaxed(key.substring(0, i)).equals(Names.relaxed(name))) {
        return withoutBrackets(key.substring(i + 1), c == '[');
      }
    }
    return null;
  }

  private static String withoutBrackets(String tail, boolean opened) {
    return opened && tail.endsWith("]") ? tail.substring(0, tail.length() - 1) : tail;
  }
}
