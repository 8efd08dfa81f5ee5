package io.heliograph.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a misspelt word was meant to be. */
final class Nearest {
  private Nearest() {}

  /** Returns the candidate that is fewest edits away, null when none is close. */
  static @Nullable String of(String word, Collection<String> candidates) {
    return of(word, candidates, Math.max(2, word.length() / 4));
  }

  /** Returns the candidate that is fewest edits away, null when each takes more than that many. */
  static @Nullable String of(String word, Collection<String> candidates, int maxEdits) {
    String wanted = word.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = maxEdits + 1;
    for (String candidate : candidates) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** The Levenshtein distance, one row at a time. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
