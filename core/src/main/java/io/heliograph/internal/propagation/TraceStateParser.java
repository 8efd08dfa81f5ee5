package io.heliograph.internal.propagation;

import io.opentelemetry.api.trace.TraceState;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Reads {@code tracestate} headers as one list, in order, by W3C Trace Context Level 2.
 *
 * <p>One member that breaks the grammar, or a 33rd member, makes the whole list empty. Of members
 * with the same key the first stands, since the left-most is the most recent. A list longer than
 * 512 characters loses members of more than 128 characters first, then others, from its end.
 */
final class TraceStateParser {

  static final int MAX_MEMBERS = 32;
  static final int MAX_LENGTH = 512;

  private static final int LONG_MEMBER = 128;
  private static final int USUAL_MEMBERS = 4;

  // A member is a range of the header it came from; nothing is cut out before all are read.
  private String[] sources = new String[USUAL_MEMBERS];
  private int[] starts = new int[USUAL_MEMBERS];
  private int[] ends = new int[USUAL_MEMBERS];
  private int count;
  private int read;
  private int contributingHeaders;

  private TraceStateParser() {}

  static TraceState parse(Iterator<String> headers) {
    if (!headers.hasNext()) {
      return TraceState.getDefault();
    }
    TraceStateParser parser = new TraceStateParser();
    while (headers.hasNext()) {
      if (!parser.readAll(headers.next())) {
        return TraceState.getDefault();
      }
    }
    parser.shorten();
    return parser.toTraceState();
  }

  private boolean readAll(String header) {
    int before = count;
    int length = header.length();
    for (int start = 0; start < length; ) {
      int comma = Ascii.indexOf(header, ',', start, length);
      int from = Ascii.trimStart(header, start, comma);
      int to = Ascii.trimEnd(header, from, comma);
      if (from < to && !readMember(header, from, to)) {
        return false;
      }
      start = comma + 1;
    }
    contributingHeaders += count > before ? 1 : 0;
    return true;
  }

  private boolean readMember(String header, int from, int to) {
    int keyEnd = Ascii.indexOf(header, '=', from, to);
    if (++read > MAX_MEMBERS
        || !TraceStateGrammar.isKey(header, from, keyEnd)
        || !TraceStateGrammar.isValue(header, keyEnd + 1, to)) {
      return false;
    }
    if (!hasKey(header, from, keyEnd + 1)) {
      add(header, from, to);
    }
    return true;
  }

  /** Whether a member starts with the range, a key together with its equals sign. */
  private boolean hasKey(String header, int from, int to) {
    for (int i = 0; i < count; i++) {
      if (sources[i].regionMatches(starts[i], header, from, to - from)) {
        return true;
      }
    }
    return false;
  }

  private void add(String header, int from, int to) {
    if (count == starts.length) {
      sources = Arrays.copyOf(sources, MAX_MEMBERS);
      starts = Arrays.copyOf(starts, MAX_MEMBERS);
      ends = Arrays.copyOf(ends, MAX_MEMBERS);
    }
    sources[count] = header;
    starts[count] = from;
    ends[count] = to;
    count++;
  }

  private void shorten() {
    for (int i = count - 1; i >= 0 && length() > MAX_LENGTH; i--) {
      if (ends[i] - starts[i] > LONG_MEMBER) {
        remove(i);
      }
    }
    while (length() > MAX_LENGTH) {
      count--;
    }
  }

  private void remove(int index) {
    int moved = count - index - 1;
    System.arraycopy(sources, index + 1, sources, index, moved);
    System.arraycopy(starts, index + 1, starts, index, moved);
    System.arraycopy(ends, index + 1, ends, index, moved);
    count--;
  }

  private int length() {
    int length = count - 1;
    for (int i = 0; i < count; i++) {
      length += ends[i] - starts[i];
    }
    return length;
  }

  private TraceState toTraceState() {
    if (count == 0) {
      return TraceState.getDefault();
    }
    return new HeaderTraceState(isOneCleanHeader() ? sources[0] : join(), count);
  }

  /** Whether the only header is already the list: then it needs no copy. */
  private boolean isOneCleanHeader() {
    return contributingHeaders == 1 && length() == sources[0].length();
  }

  private String join() {
    StringBuilder joined = new StringBuilder(length());
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        joined.append(',');
      }
      joined.append(sources[i], starts[i], ends[i]);
    }
    return joined.toString();
  }
}
