package io.heliograph.internal.propagation;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/** B3's sampling state. Debug has no place in a span context, so it travels in the context. */
enum B3Decision {
  ABSENT(""),
  DENY("0"),
  ACCEPT("1"),
  DEBUG("d");

  private static final ContextKey<Boolean> DEBUG_KEY = ContextKey.named("heliograph-b3-debug");

  private final String singleHeader;

  B3Decision(String singleHeader) {
    this.singleHeader = singleHeader;
  }

  /** The decision to send on: of the span, or the caller's debug. */
  static B3Decision of(Context context, SpanContext span) {
    if (Boolean.TRUE.equals(context.get(DEBUG_KEY))) {
      return DEBUG;
    }
    return span.isSampled() ? ACCEPT : DENY;
  }

  /** The decision of the range {@code [from, to)}, or null if it is none. */
  static @Nullable B3Decision parse(String text, int from, int to) {
    if (from == to) {
      return ABSENT;
    }
    if (is("1", text, from, to) || is("true", text, from, to)) {
      return ACCEPT;
    }
    if (is("0", text, from, to) || is("false", text, from, to)) {
      return DENY;
    }
    return is("d", text, from, to) ? DEBUG : null;
  }

  /** The decision of the several headers, or null if they are invalid. */
  static @Nullable B3Decision parse(@Nullable String sampled, @Nullable String flags) {
    if ("1".equals(flags)) {
      return DEBUG;
    }
    return sampled == null ? ABSENT : parse(sampled, 0, sampled.length());
  }

  boolean isSampled() {
    return this == ACCEPT || this == DEBUG;
  }

  String singleHeader() {
    return singleHeader;
  }

  /** The context with or without the mark; one that never had it stays untouched. */
  Context in(Context context) {
    boolean debug = this == DEBUG;
    return debug || context.get(DEBUG_KEY) != null ? context.with(DEBUG_KEY, debug) : context;
  }

  private static boolean is(String expected, String text, int from, int to) {
    return to - from == expected.length()
        && text.regionMatches(true, from, expected, 0, expected.length());
  }
}
