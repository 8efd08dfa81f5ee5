package io.heliograph.internal.propagation;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a {@link HeaderTraceState} by W3C's rules: what is put moves to the left end, and what no
 * longer fits falls off the right one. Invalid keys and values are ignored, as the API asks. Not
 * thread-safe.
 */
final class HeaderTraceStateBuilder implements TraceStateBuilder {

  private final List<String> members = new ArrayList<>();

  HeaderTraceStateBuilder(HeaderTraceState state) {
    state.forEach((key, value) -> members.add(key + "=" + value));
  }

  @Override
  public TraceStateBuilder put(@Nullable String key, @Nullable String value) {
    if (key != null
        && value != null
        && TraceStateGrammar.isKey(key, 0, key.length())
        && TraceStateGrammar.isValue(value, 0, value.length())) {
      remove(key);
      members.add(0, key + "=" + value);
    }
    return this;
  }

  @Override
  public TraceStateBuilder remove(@Nullable String key) {
    if (key != null) {
      String start = key + "=";
      members.removeIf(member -> member.startsWith(start));
    }
    return this;
  }

  @Override
  public TraceState build() {
    return HeaderTraceState.ofMembers(members);
  }
}
