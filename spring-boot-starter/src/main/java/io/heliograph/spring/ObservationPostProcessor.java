package io.heliograph.spring;

import io.heliograph.micrometer.HeliographObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/** Puts our handler into observation registries, before all others, so that those see the span. */
final class ObservationPostProcessor implements BeanPostProcessor {

  private static final System.Logger LOGGER = System.getLogger("io.heliograph.spring");

  private final ListableBeanFactory beans;
  private final Supplier<HeliographObservationHandler> handler;

  ObservationPostProcessor(
      ListableBeanFactory beans, Supplier<HeliographObservationHandler> handler) {
    this.beans = beans;
    this.handler = SingletonSupplier.of(handler);
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof ObservationRegistry registry) {
      connect(registry);
    }
    return bean;
  }

  private void connect(ObservationRegistry registry) {
    if (OtherTracers.hasMicrometerTracing(beans)) {
      LOGGER.log(
          System.Logger.Level.INFO,
          "Observations are left to Micrometer Tracing, which is active as well.");
    } else {
      registry.observationConfig().observationHandler(handler.get());
    }
  }
}
