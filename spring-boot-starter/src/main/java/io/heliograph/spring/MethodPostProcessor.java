package io.heliograph.spring;

import java.lang.annotation.Annotation;
import java.util.List;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.core.Ordered;

/**
 * Makes beans with annotated methods record.
 *
 * <p>Just before Spring's own processors of annotated methods: so the span of a method that runs on
 * another thread is made there, and the scheduler gets to see the recording bean.
 */
final class MethodPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

  MethodPostProcessor(MethodTracing tracing, List<Class<? extends Annotation>> annotations) {
    this.advisor = new DefaultPointcutAdvisor(new AnnotatedMethods(annotations), tracing);
    setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    setBeforeExistingAdvisors(true);
    setProxyTargetClass(true);
  }
}
