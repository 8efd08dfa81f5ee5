package io.heliograph.internal.trace;

import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** A span's status. */
record SpanStatus(StatusCode code, String description) {

  static final SpanStatus UNSET = new SpanStatus(StatusCode.UNSET, "");
  private static final SpanStatus OK = new SpanStatus(StatusCode.OK, "");
  private static final SpanStatus ERROR = new SpanStatus(StatusCode.ERROR, "");

  /** The status after another was set: OK is final, and only an error keeps its description. */
  SpanStatus followedBy(StatusCode next, @Nullable String text) {
    if (code == StatusCode.OK || next == StatusCode.OK) {
      return OK;
    }
    return text == null || text.isEmpty() ? ERROR : new SpanStatus(StatusCode.ERROR, text);
  }
}
