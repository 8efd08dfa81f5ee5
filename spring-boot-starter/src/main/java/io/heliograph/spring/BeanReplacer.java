package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts another object in the place of HTTP clients of one type.
 *
 * @param <T> the type, which the application injects them by
 */
final class BeanReplacer<T> implements BeanPostProcessor {

  private final Class<T> type;
  private final UnaryOperator<T> replacement;
  private final StartUpFindings findings;

  BeanReplacer(Class<T> type, UnaryOperator<T> replacement, StartUpFindings findings) {
    this.type = type;
    this.replacement = replacement;
    this.findings = findings;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (!type.isInstance(bean)) {
      return bean;
    }
    findings.found(Part.HTTP_CLIENT, beanName);
    return replacement.apply(type.cast(bean));
  }
}
