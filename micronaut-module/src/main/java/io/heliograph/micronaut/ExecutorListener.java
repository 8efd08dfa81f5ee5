package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Lets the context follow work onto executors that are beans.
 *
 * <p>Those that are declared as {@link ExecutorService} do so without us, because Micronaut's own
 * context follows, and ours is in it. Event loops and whatever is declared as a class stay what
 * they are.
 */
@Singleton
final class ExecutorListener implements BeanCreatedEventListener<Executor> {

  private final ApplicationEngine engine;

  ExecutorListener(ApplicationEngine engine) {
    this.engine = engine;
  }

  @Override
  public Executor onCreated(BeanCreatedEvent<Executor> event) {
    Class<?> declared = event.getBeanDefinition().getBeanType();
    Executor executor = event.getBean();
    String name = event.getBeanIdentifier().getName();
    if (declared == ExecutorService.class) {
      engine.findings().found(Part.ASYNC, name);
    } else if (declared == ScheduledExecutorService.class || declared == Executor.class) {
      engine.findings().found(Part.ASYNC, name);
      return wrapped(executor);
    }
    return executor;
  }

  private Executor wrapped(Executor executor) {
    if (executor instanceof ScheduledExecutorService scheduled) {
      return Context.taskWrapping(scheduled);
    }
    return task ->
        executor.execute(engine.records(Part.ASYNC) ? Context.current().wrap(task) : task);
  }
}
