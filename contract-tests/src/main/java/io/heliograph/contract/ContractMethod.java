package io.heliograph.contract;

/**
 * The traced methods of a contract application, each called by {@code GET
 * /contract/methods/{method}}, the method being the constant's name in lower case with hyphens.
 *
 * <p>They are methods of a bean of the class {@code ContractMethods}, which is not the class of the
 * handler. Every answer is 200; the handler swallows what a method throws.
 *
 * <p>Of an asynchronous result, the method returns what the handler gave it and puts {@code
 * Span.current()} where the handler finds it. The handler, with the result in its hands (reactive
 * ones: subscribed to), adds the event {@code contract.completing} to that span and only then lets
 * the result succeed, fail with {@code IllegalStateException("contract")} or be cancelled.
 */
public enum ContractMethod {
  /** {@code @Traced void plain()}. */
  PLAIN,
  /** {@code @Traced("contract.named")}. */
  NAMED,
  /** {@code @Traced(value = "contract.kind", kind = SpanKind.CLIENT)}. */
  KIND,
  /**
   * {@code @Traced("contract.parameters")} with {@code @SpanAttribute("contract.text") String}
   * "one", {@code @SpanAttribute("contract.number") long} 2, {@code @SpanAttribute("contract.flag")
   * boolean} true, {@code @SpanAttribute("contract.list") List<String>} "a" and "b",
   * {@code @SpanAttribute("contract.absent") String} null, and a parameter without annotation.
   */
  PARAMETERS,
  /** {@code @Traced("contract.exception")}; throws {@code IllegalStateException("contract")}. */
  EXCEPTION,
  /** {@code @Traced("contract.outer")} calls its own {@code @Traced("contract.inner")}. */
  SELF_CALL,
  /** {@code @WithSpan("contract.with-span")} with {@code @SpanAttribute} like PARAMETERS' first. */
  WITH_SPAN,
  /** {@code @Traced("contract.stage")} returns a CompletionStage, which succeeds. */
  STAGE_SUCCESS,
  /** The same method's result fails. */
  STAGE_FAILURE,
  /** The same method's result is cancelled. */
  STAGE_CANCEL,
  /** {@code @Traced("contract.single")} returns a reactive type for one value, which succeeds. */
  SINGLE_SUCCESS,
  /** The same method's result fails. */
  SINGLE_FAILURE,
  /** The same method's subscription is cancelled. */
  SINGLE_CANCEL,
  /** {@code @Traced("contract.stream")} returns a reactive type for many values: one, complete. */
  STREAM_SUCCESS,
  /** The same method's result emits one value and fails. */
  STREAM_FAILURE,
  /** The same method's subscription is cancelled after one value. */
  STREAM_CANCEL,
  /** A method that the framework runs on another thread calls {@link #NAMED}. */
  ASYNC,
  /** The handler runs {@link #NAMED} on the framework's executor. */
  EXECUTOR,
  /** The handler runs {@link #NAMED} on a new virtual thread of the framework's. */
  VIRTUAL_THREAD;

  /** The expected route, with the variable {@code method}. */
  public static final String ROUTE = "/contract/methods/{method}";

  /**
   * The name of the span of {@code @Traced void scheduled()}, which the framework's scheduler runs
   * every second or more often for as long as the application lives.
   */
  public static final String SCHEDULED = "ContractMethods.scheduled";

  /** The event that tells that a span is still open when its result is about to complete. */
  public static final String COMPLETING = "contract.completing";

  /** The value of the path variable. */
  public String method() {
    return Names.hyphenated(this);
  }

  String path() {
    return ROUTE.replace("{method}", method());
  }
}
