package io.heliograph.instrumentation;

/**
 * A path pattern: {@code ?} is one character and {@code *} any number within a segment, {@code **}
 * any number of segments, so that {@code /actuator/**} includes {@code /actuator} itself.
 *
 * <p>Both levels keep one place to return to, so that no path costs more than its length times the
 * pattern's.
 */
final class PathGlob {

  private static final String ANY_SEGMENTS = "**";

  private final String[] segments;

  PathGlob(String pattern) {
    this.segments = pattern.substring(pattern.startsWith("/") ? 1 : 0).split("/", -1);
  }

  boolean matches(String path) {
    int from = path.startsWith("/") ? 1 : 0;
    int segment = 0;
    int retrySegment = -1;
    int retryFrom = -1;
    while (from <= path.length()) {
      if (segment < segments.length && segments[segment].equals(ANY_SEGMENTS)) {
        retrySegment = ++segment;
        retryFrom = from;
      } else if (segment < segments.length
          && segmentMatches(segments[segment], path, from, segmentEnd(path, from))) {
        segment++;
        from = segmentEnd(path, from) + 1;
      } else if (retrySegment >= 0) {
        segment = retrySegment;
        retryFrom = segmentEnd(path, retryFrom) + 1;
        from = retryFrom;
      } else {
        return false;
      }
    }
    while (segment < segments.length && segments[segment].equals(ANY_SEGMENTS)) {
      segment++;
    }
    return segment == segments.length;
  }

  private static int segmentEnd(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }

  private static boolean segmentMatches(String glob, String path, int from, int to) {
    int at = from;
    int g = 0;
    int retryG = -1;
    int retryAt = -1;
    while (at < to) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        retryG = ++g;
        retryAt = at;
      } else if (g < glob.length()
          && (glob.charAt(g) == '?' || glob.charAt(g) == path.charAt(at))) {
        g++;
        at++;
      } else if (retryG >= 0) {
        g = retryG;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
