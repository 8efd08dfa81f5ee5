package io.heliograph.quarkus;

import io.heliograph.instrumentation.AsyncResult;
import io.heliograph.instrumentation.Operation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Ends an operation with the {@link Uni} or {@link Multi} that a method returned. What the method
 * put together runs in the operation's context, because Mutiny's callbacks take it where they are
 * made.
 */
final class MutinyResult implements AsyncResult {

  @Override
  public boolean supports(Class<?> type) {
    return type == Uni.class || type == Multi.class;
  }

  @Override
  public Object endWith(Object result, Operation<?> operation) {
    return result instanceof Uni<?> uni
        ? uni.onTermination().invoke((value, failure, cancelled) -> operation.end(null, failure))
        : ((Multi<?>) result)
            .onTermination()
            .invoke((failure, cancelled) -> operation.end(null, failure));
  }
}
