package io.heliograph.spring;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The keys that some sources have, however they are spelt: a start asks for hundreds, of which most
 * are nowhere, and to ask Spring for one takes a name to be parsed and each source to be searched.
 *
 * @param forms letters and digits of each key, in lower case; {@code null} if a source does not
 *     list its keys
 */
record ListedKeys(@Nullable Set<String> forms) {

  static ListedKeys of(Iterable<ConfigurationPropertySource> sources) {
    Set<String> forms = new HashSet<>();
    for (ConfigurationPropertySource source : sources) {
      if (!(source.getUnderlyingSource() instanceof EnumerablePropertySource<?> listed)) {
        return new ListedKeys(null);
      }
      for (String name : listed.getPropertyNames()) {
        forms.add(form(name));
      }
    }
    return new ListedKeys(forms);
  }

  /** False if no source has the key, in any spelling that Spring would find. */
  boolean mayHave(String key) {
    return forms == null || forms.contains(form(key));
  }

  private static String form(String key) {
    StringBuilder form = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        form.append(c);
      }
    }
    return form.toString().toLowerCase(Locale.ROOT);
  }
}
