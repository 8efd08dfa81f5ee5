package io.heliograph.spring;

import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts another object in the place of beans of one type.
 *
 * @param <T> the type, which the application injects them by
 */
final class BeanReplacer<T> implements BeanPostProcessor {

  private final Class<T> type;
  private final UnaryOperator<T> replacement;

  BeanReplacer(Class<T> type, UnaryOperator<T> replacement) {
    this.type = type;
    this.replacement = replacement;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    return type.isInstance(bean) ? replacement.apply(type.cast(bean)) : bean;
  }
}
