package io.heliograph.instrumentation;

import java.util.concurrent.CompletionStage;

/**
 * Ends an operation with a {@link CompletionStage}.
 *
 * <p>The caller gets the stage that the method returned, not one that depends on it: cancelling a
 * dependent future would not reach the work.
 */
final class CompletionStageResult implements AsyncResult {

  @Override
  public boolean supports(Class<?> type) {
    return CompletionStage.class.isAssignableFrom(type);
  }

  @Override
  public Object endWith(Object result, Operation<?> operation) {
    ((CompletionStage<?>) result).whenComplete((value, error) -> operation.end(null, error));
    return result;
  }
}
