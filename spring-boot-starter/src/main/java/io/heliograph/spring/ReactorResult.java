package io.heliograph.spring;

import io.heliograph.instrumentation.AsyncResult;
import io.heliograph.instrumentation.Operation;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends an operation with the publisher that a method returned, and makes it current in that. */
final class ReactorResult implements AsyncResult {

  @Override
  public boolean supports(Class<?> type) {
    return type == Publisher.class || type == Mono.class || type == Flux.class;
  }

  @Override
  public Object endWith(Object result, Operation<?> operation) {
    if (result instanceof Mono<?> mono) {
      return mono.doOnError(error -> operation.end(null, error))
          .doOnSuccess(value -> operation.end(null, null))
          .doOnCancel(() -> operation.end(null, null))
          .contextWrite(context -> ReactorContext.with(context, operation.context()));
    }
    return Flux.from((Publisher<?>) result)
        .doOnError(error -> operation.end(null, error))
        .doOnComplete(() -> operation.end(null, null))
        .doOnCancel(() -> operation.end(null, null))
        .contextWrite(context -> ReactorContext.with(context, operation.context()));
  }
}
