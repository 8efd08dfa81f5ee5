package io.heliograph.spring;

import io.heliograph.micrometer.SpanMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the handler that times observations do so inside their spans; subclasses are left alone. */
final class ObservationMeterPostProcessor implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    return bean.getClass() == DefaultMeterObservationHandler.class
        ? new SpanMeterObservationHandler((DefaultMeterObservationHandler) bean)
        : bean;
  }
}
