package io.heliograph.internal.propagation;

/**
 * Some of the ASCII characters, as a table so that each character costs one look. Immutable.
 *
 * <p>Why: headers are read once a request, character by character (benchmark row {@code
 * extractBaggage}).
 */
final class CharacterSet {

  private final boolean[] members = new boolean['~' + 1];

  private CharacterSet() {}

  /** The characters of a text. */
  static CharacterSet of(String characters) {
    CharacterSet set = new CharacterSet();
    characters.chars().forEach(c -> set.members[c] = true);
    return set;
  }

  /** The characters of a range, both ends included. */
  static CharacterSet range(char first, char last) {
    CharacterSet set = new CharacterSet();
    for (char c = first; c <= last; c++) {
      set.members[c] = true;
    }
    return set;
  }

  CharacterSet and(CharacterSet others) {
    CharacterSet union = new CharacterSet();
    for (int c = 0; c < members.length; c++) {
      union.members[c] = members[c] || others.members[c];
    }
    return union;
  }

  CharacterSet without(String characters) {
    CharacterSet rest = and(this);
    characters.chars().forEach(c -> rest.members[c] = false);
    return rest;
  }

  /**
   * The index of the first character in {@code [from, to)} that is none of these, or {@code to}.
   */
  int endOf(String text, int from, int to) {
    int index = from;
    while (index < to && contains(text.charAt(index))) {
      index++;
    }
    return index;
  }

  private boolean contains(char c) {
    return c < members.length && members[c];
  }
}
