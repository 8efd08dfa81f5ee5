package io.heliograph.pipeline;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes the {@code th} and {@code rv} sub-keys of the trace state's {@code ot} entry.
 * What is malformed counts as absent; other sub-keys and other vendors' entries are kept as they
 * are. Never throws.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/tracestate-handling/">Trace state
 *     handling</a>
 */
final class OtelTraceState {

  /** What {@link #threshold} answers if there is none. */
  static final long ABSENT = -1;

  private static final String KEY = "ot";
  private static final String THRESHOLD = "th:";
  private static final String RANDOMNESS = "rv:";
  private static final int MAX_LENGTH = 256;

  private OtelTraceState() {}

  /** The explicit randomness value if there is one, else the trace id's last 56 bits. */
  static long randomness(TraceState state, long traceIdLow) {
    String entry = entry(state);
    int start = valueStart(entry, RANDOMNESS);
    if (start >= 0 && valueEnd(entry, start) - start == Threshold.HEX_DIGITS) {
      long explicit = hex(entry, start, start + Threshold.HEX_DIGITS);
      if (explicit != ABSENT) {
        return explicit;
      }
    }
    return traceIdLow & Threshold.RANDOMNESS_MASK;
  }

  /** The rejection threshold, or {@link #ABSENT}. */
  static long threshold(TraceState state) {
    String entry = entry(state);
    int start = valueStart(entry, THRESHOLD);
    if (start < 0) {
      return ABSENT;
    }
    int end = valueEnd(entry, start);
    int length = end - start;
    if (length == 0 || length > Threshold.HEX_DIGITS) {
      return ABSENT;
    }
    long digits = hex(entry, start, end);
    return digits == ABSENT ? ABSENT : digits << (4 * (Threshold.HEX_DIGITS - length));
  }

  /**
   * Sets the threshold. If the entry would grow beyond 256 characters, or the trace state is full,
   * there is none afterwards: an old one would be wrong.
   */
  static TraceState withThreshold(TraceState state, long threshold) {
    if (threshold(state) == threshold) {
      return state;
    }
    String others = withoutThreshold(entry(state));
    String member = THRESHOLD + Threshold.encode(threshold);
    String entry = others.isEmpty() ? member : others + ';' + member;
    return withEntry(state, entry.length() > MAX_LENGTH ? others : entry);
  }

  /** Removes the threshold, and the whole entry if nothing else was in it. */
  static TraceState withoutThreshold(TraceState state) {
    String entry = entry(state);
    return valueStart(entry, THRESHOLD) < 0 ? state : withEntry(state, withoutThreshold(entry));
  }

  private static String entry(TraceState state) {
    String entry = state.get(KEY);
    return entry == null ? "" : entry;
  }

  private static String withoutThreshold(String entry) {
    StringBuilder others = new StringBuilder(entry.length());
    for (int start = 0, end; start < entry.length(); start = end + 1) {
      end = valueEnd(entry, start);
      if (end > start && !entry.startsWith(THRESHOLD, start)) {
        others.append(others.length() == 0 ? "" : ";").append(entry, start, end);
      }
    }
    return others.toString();
  }

  /** Built anew, because W3C wants a changed entry in front where the builder puts the last one. */
  private static TraceState withEntry(TraceState state, String entry) {
    TraceStateBuilder builder = TraceState.builder();
    List<Map.Entry<String, String>> entries = new ArrayList<>(state.asMap().entrySet());
    Collections.reverse(entries);
    for (Map.Entry<String, String> other : entries) {
      if (!other.getKey().equals(KEY)) {
        builder.put(other.getKey(), other.getValue());
      }
    }
    return entry.isEmpty() ? builder.build() : builder.put(KEY, entry).build();
  }

  /** Where the value of a sub-key starts, negative if the entry lacks it. */
  private static int valueStart(String entry, String subKey) {
    for (int start = 0; start < entry.length(); start = valueEnd(entry, start) + 1) {
      if (entry.startsWith(subKey, start)) {
        return start + subKey.length();
      }
    }
    return -1;
  }

  private static int valueEnd(String entry, int start) {
    int end = entry.indexOf(';', start);
    return end < 0 ? entry.length() : end;
  }

  private static long hex(String text, int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && !(c >= 'a' && c <= 'f')) {
        return ABSENT;
      }
      value = value << 4 | (digit ? c - '0' : c - 'a' + 10);
    }
    return value;
  }
}
