package io.heliograph.internal.attributes;

/**
 * One bit of 31 for an attribute's name, the same for the same name.
 *
 * <p>Why not of its hash: the compiler puts the vector loop that makes one into every caller, who
 * is then too big to be inlined itself, so that the builder of each span has to be made.
 */
final class NameMark {

  private NameMark() {}

  /**
   * The bit, never the sign. By these factors no two names share one that the semantic conventions
   * put on an HTTP server span, and few on others. One character and no more, for the same reason.
   *
   * @param name not empty
   */
  static int of(String name) {
    return Math.max(1, 1 << (4 * name.length() + 5 * name.charAt(0)));
  }
}
