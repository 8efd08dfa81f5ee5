package io.heliograph.micronaut;

import io.heliograph.instrumentation.AsyncResult;
import io.heliograph.instrumentation.Operation;
import io.micronaut.core.async.propagation.ReactorPropagation;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.propagation.PropagatedContext;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Ends an operation with the publisher that a method returned, of whatever library Micronaut can
 * convert, and makes it current in that.
 */
final class PublisherResult implements AsyncResult {

  private final ConversionService conversions;

  PublisherResult(ConversionService conversions) {
    this.conversions = conversions;
  }

  @Override
  public boolean supports(Class<?> type) {
    return Publishers.isConvertibleToPublisher(type);
  }

  @Override
  public Object endWith(Object result, Operation<?> operation) {
    Publisher<?> recorded =
        result instanceof Mono<?> mono
            ? recorded(mono, operation)
            : recorded(Flux.from(Publishers.convertToPublisher(conversions, result)), operation);
    return result instanceof Mono || result instanceof Flux
        ? recorded
        : Publishers.convertPublisher(conversions, recorded, result.getClass());
  }

  private static Publisher<?> recorded(Mono<?> mono, Operation<?> operation) {
    return mono.doOnError(error -> operation.end(null, error))
        .doOnSuccess(value -> operation.end(null, null))
        .doOnCancel(() -> operation.end(null, null))
        .contextWrite(subscriber -> with(subscriber, operation));
  }

  private static Publisher<?> recorded(Flux<?> flux, Operation<?> operation) {
    return flux.doOnError(error -> operation.end(null, error))
        .doOnComplete(() -> operation.end(null, null))
        .doOnCancel(() -> operation.end(null, null))
        .contextWrite(subscriber -> with(subscriber, operation));
  }

  private static Context with(Context subscriber, Operation<?> operation) {
    PropagatedContext present =
        ReactorPropagation.findPropagatedContext(subscriber)
            .orElseGet(PropagatedContext::getOrEmpty);
    return ReactorPropagation.addPropagatedContext(
        subscriber, PropagatedOpenTelemetry.in(present, operation.context()));
  }
}
