package io.heliograph.instrumentation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How failures are recorded on spans, see "Recording errors" in the semantic conventions. */
public final class Errors {

  private Errors() {}

  /** Marks a span as failed with an exception, and records it. */
  public static void record(Span span, Throwable error) {
    record(span, type(error), error);
  }

  /** Marks a span as failed, and records the exception if there is one. */
  static void record(Span span, String type, @Nullable Throwable error) {
    span.setAttribute(SemanticAttributes.ERROR_TYPE, type);
    span.setStatus(StatusCode.ERROR);
    if (error != null) {
      span.recordException(cause(error));
    }
  }

  /** The class that says most about a failure. */
  static String type(Throwable error) {
    return cause(error).getClass().getName();
  }

  /** Whether the caller gave up on purpose. */
  public static boolean isCancellation(Throwable error) {
    return cause(error) instanceof CancellationException;
  }

  /** What concurrency and reflection wrapped; the wrapper itself if there is nothing in it. */
  static Throwable cause(Throwable error) {
    boolean wrapper =
        error instanceof CompletionException
            || error instanceof ExecutionException
            || error instanceof InvocationTargetException;
    Throwable cause = wrapper ? error.getCause() : null;
    return cause == null ? error : cause;
  }
}
