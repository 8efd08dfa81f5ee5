package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.heliograph.micrometer.HeliographObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/** Puts our handler into observation registries, before all others, so that those see the span. */
final class ObservationPostProcessor implements BeanPostProcessor {

  private final ListableBeanFactory beans;
  private final Supplier<HeliographObservationHandler> handler;
  private final StartUpFindings findings;

  ObservationPostProcessor(
      ListableBeanFactory beans,
      Supplier<HeliographObservationHandler> handler,
      StartUpFindings findings) {
    this.beans = beans;
    this.handler = SingletonSupplier.of(handler);
    this.findings = findings;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof ObservationRegistry registry) {
      connect(registry, beanName);
    }
    return bean;
  }

  private void connect(ObservationRegistry registry, String beanName) {
    if (OtherTracers.hasMicrometerTracing(beans)) {
      findings.leftAlone(
          Part.MICROMETER_OBSERVATIONS.toString(),
          "Micrometer Tracing, which is active as well, makes spans of them");
    } else {
      registry.observationConfig().observationHandler(handler.get());
      findings.found(Part.MICROMETER_OBSERVATIONS, beanName);
    }
  }
}
