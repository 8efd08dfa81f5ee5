package io.heliograph.contract;

/**
 * The endpoints that a contract application offers, all of them GET, besides those of {@link
 * ContractClientEndpoint}, {@link ContractSql} and {@link ContractMethod}.
 *
 * <p>Bodies are plain text. "The span" is the server span, as the handler finds it with {@code
 * Span.current()}.
 */
public enum ContractEndpoint {
  /** Answers {@code ok}. */
  SUCCESS("/contract/success", 200),
  /** Answers the id. */
  ITEM("/contract/items/{id}", 200),
  /** Answers 400 without an exception. */
  CLIENT_ERROR("/contract/client-error", 400),
  /** Throws {@code IllegalStateException("contract")}, which nothing handles. */
  EXCEPTION("/contract/exception", 500),
  /** Throws an exception that the framework is told to answer with 409. */
  HANDLED_EXCEPTION("/contract/handled-exception", 409),
  /** Redirects to {@link #SUCCESS}. */
  REDIRECT("/contract/redirect", 302),
  /**
   * Returns an asynchronous result. Another thread, once the handler has returned, adds the event
   * {@code contract.completing} to the span, then completes the result with {@code async}.
   */
  ASYNC("/contract/async", 200),
  /**
   * Streams {@code one}, {@code two} and {@code three}, and adds the event {@code
   * contract.completing} to the span before the last.
   */
  STREAM("/contract/stream", 200),
  /** Streams lines until the client goes away. */
  ENDLESS("/contract/endless", 200),
  /**
   * Calls a method with {@code @Traced("contract.nested")} of another bean with the query parameter
   * {@code n}, recorded as the attribute {@code contract.n}, and answers it.
   */
  NESTED("/contract/nested", 200),
  /** Answers the current baggage as {@code key=value}, sorted and joined by commas. */
  BAGGAGE("/contract/baggage", 200),
  /** Answers the trace id and span id of the current span, joined by a colon. */
  CURRENT_SPAN("/contract/current-span", 200),
  /** Sets the response header {@code X-Contract-Response} to {@code out}. */
  HEADERS("/contract/headers", 200),
  /**
   * Logs the query parameter {@code message} at level INFO with the logger {@link
   * ContractLog#LOGGER}, and answers {@code trace_id}, {@code span_id} and {@code trace_flags} as a
   * layout finds them in the MDC of that line, joined by colons.
   */
  LOG("/contract/log", 200),
  /** Is excluded from tracing by {@link ContractSettings}; answers {@code up}. */
  HEALTH("/contract/health", 200),
  /**
   * Is excluded too; answers whether {@code Span.current()} is valid, which is {@code true} only if
   * an earlier request left its context on the thread.
   */
  LEAK("/contract/health/leak", 200);

  private final String route;
  private final int status;

  ContractEndpoint(String route, int status) {
    this.route = route;
    this.status = status;
  }

  /** The expected {@code http.route}. */
  public String route() {
    return route;
  }

  /** The expected status code. */
  public int status() {
    return status;
  }

  /** The path with its variables, in their order, filled in. */
  public String path(String... variables) {
    String path = route;
    for (String variable : variables) {
      path = path.replaceFirst("\\{[^}]*}", variable);
    }
    return path;
  }
}
