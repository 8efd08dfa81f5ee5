package io.heliograph.instrumentation;

/**
 * Ends the operation of a traced method when its asynchronous result is complete.
 *
 * <p>Framework modules give one for each reactive type they know; {@link
 * java.util.concurrent.CompletionStage} is built in. Implementations are thread-safe.
 */
public interface AsyncResult {

  /** Whether results of this declared type are handled here; asked once a method. */
  boolean supports(Class<?> type);

  /**
   * Arranges for the operation to end with the result.
   *
   * @param result what the method returned, an instance of a type that {@link #supports} accepted
   * @return what the caller gets instead, of the same type
   */
  Object endWith(Object result, Operation<?> operation);
}
