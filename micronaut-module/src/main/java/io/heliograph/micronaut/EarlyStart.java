package io.heliograph.micronaut;

import io.heliograph.Heliograph;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import jakarta.inject.Singleton;

/**
 * Starts the engine before the methods that Micronaut calls by itself, such as scheduled ones: it
 * looks for them before it makes the beans of the context.
 */
@Singleton
final class EarlyStart implements BeanCreatedEventListener<ExecutableMethodProcessor<?>> {

  private final BeanProvider<Heliograph> heliograph;

  EarlyStart(BeanProvider<Heliograph> heliograph) {
    this.heliograph = heliograph;
  }

  @Override
  public ExecutableMethodProcessor<?> onCreated(
      BeanCreatedEvent<ExecutableMethodProcessor<?>> event) {
    heliograph.get();
    return event.getBean();
  }
}
