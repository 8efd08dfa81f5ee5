package io.heliograph.instrumentation.logging;

import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a logging framework. Stateless and thread-safe.
 *
 * @param <E> an event
 */
public interface LogEventAdapter<E> {

  /** The name of its logger, empty if it has none. */
  String logger(E event);

  Severity severity(E event);

  /** The level as the framework calls it. */
  String severityText(E event);

  /** The message with its arguments filled in. */
  String message(E event);

  Instant time(E event);

  /** The MDC when it was logged. */
  Map<String, String> mdc(E event);

  /** The message before its arguments were filled in, null if it is not known. */
  @Nullable String template(E event);

  /** What {@link #template} is filled with, null or empty if there is nothing. */
  @Nullable Object @Nullable [] arguments(E event);

  /** What was thrown, null if nothing was. */
  @Nullable LoggedException exception(E event);

  /** Lets the event keep what only the thread that logs knows, except its caller. */
  void keepForLater(E event);

  /** Lets the event keep where it was logged; on the thread that logs, and slow. */
  void keepCaller(E event);

  /** Where it was logged, null unless {@link #keepCaller} was called. */
  @Nullable StackTraceElement caller(E event);

  /** Adds what only this framework has. */
  default void addTo(LogRecordBuilder builder, E event, LogOptions options) {}
}
