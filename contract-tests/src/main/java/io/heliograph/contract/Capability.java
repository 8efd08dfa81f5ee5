package io.heliograph.contract;

/**
 * Something that not every framework or application can do. One that a contract's subclass lacks is
 * reported as a skipped test, with the reason that {@link Contract#lacking} gives.
 */
public enum Capability {
  /** Serves methods that no specification knows, or at least answers them through its filters. */
  SERVER_CUSTOM_METHOD,
  /** Notices a client that goes away in the middle of a streamed response. */
  SERVER_STREAM_ABORT,
  /** Logs a failure itself, after the application's code, with the trace of the request. */
  SERVER_FAILURE_LOG,
  /** Sends requests with methods that no specification knows. */
  CLIENT_CUSTOM_METHOD,
  /** Keeps the user and the password of a URL that it calls. */
  CLIENT_URL_CREDENTIALS,
  /** Has a DataSource. */
  DATABASE,
  /** Calls stored procedures and functions. */
  DATABASE_CALLABLE,
  /** Traces a call from a traced method to another one of the same object. */
  SELF_CALL,
  /** Knows OpenTelemetry's {@code @WithSpan}. */
  WITH_SPAN,
  /** Has a reactive type for one value. */
  REACTIVE_SINGLE,
  /** Has a reactive type for many values. */
  REACTIVE_STREAM,
  /** Has scheduled methods. */
  SCHEDULED_METHOD,
  /** Runs methods on other threads by annotation. */
  ASYNC_METHOD,
  /** Has an executor that keeps the context. */
  MANAGED_EXECUTOR,
  /** Runs on a JDK with virtual threads. */
  VIRTUAL_THREADS
}
