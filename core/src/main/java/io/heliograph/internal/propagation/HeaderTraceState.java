package io.heliograph.internal.propagation;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A trace state that stays the header it is: passing it on costs nothing, a look-up scans it.
 *
 * @param header valid members joined by commas, without whitespace around them
 * @param size how many members the header has
 */
record HeaderTraceState(String header, int size) implements TraceState {

  private static final HeaderTraceState EMPTY = new HeaderTraceState("", 0);

  /** The same members as a header, within the limits of the specification. */
  static HeaderTraceState of(TraceState state) {
    if (state instanceof HeaderTraceState already) {
      return already;
    }
    if (state.isEmpty()) {
      return EMPTY;
    }
    List<String> members = new ArrayList<>(state.size());
    state.forEach((key, value) -> members.add(key + "=" + value));
    return ofMembers(members);
  }

  static HeaderTraceState ofMembers(List<String> members) {
    int kept = Math.min(members.size(), TraceStateParser.MAX_MEMBERS);
    TraceState parsed = TraceStateParser.parse(members.subList(0, kept).iterator());
    return parsed instanceof HeaderTraceState state ? state : EMPTY;
  }

  @Override
  public @Nullable String get(@Nullable String key) {
    if (key == null) {
      return null;
    }
    for (int start = 0; start < header.length(); ) {
      int end = memberEnd(start);
      int keyEnd = header.indexOf('=', start);
      if (keyEnd - start == key.length() && header.startsWith(key, start)) {
        return header.substring(keyEnd + 1, end);
      }
      start = end + 1;
    }
    return null;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public void forEach(BiConsumer<String, String> consumer) {
    for (int start = 0; start < header.length(); ) {
      int end = memberEnd(start);
      int keyEnd = header.indexOf('=', start);
      consumer.accept(header.substring(start, keyEnd), header.substring(keyEnd + 1, end));
      start = end + 1;
    }
  }

  @Override
  public Map<String, String> asMap() {
    Map<String, String> members = new LinkedHashMap<>();
    forEach(members::put);
    return Collections.unmodifiableMap(members);
  }

  @Override
  public TraceStateBuilder toBuilder() {
    return new HeaderTraceStateBuilder(this);
  }

  private int memberEnd(int start) {
    return Ascii.indexOf(header, ',', start, header.length());
  }
}
