package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import java.lang.reflect.Modifier;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.core.Ordered;

/**
 * Makes beans with annotated methods record.
 *
 * <p>Just before Spring's own processors of annotated methods: so the span of a method that runs on
 * another thread is made there, and the scheduler gets to see the recording bean.
 */
final class MethodPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

  private final transient AnnotatedMethods methods;
  private final transient StartUpFindings findings;

  MethodPostProcessor(MethodTracing tracing, AnnotatedMethods methods, StartUpFindings findings) {
    this.methods = methods;
    this.findings = findings;
    this.advisor = new DefaultPointcutAdvisor(methods, tracing);
    setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    setBeforeExistingAdvisors(true);
    setProxyTargetClass(true);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    Object result = super.postProcessAfterInitialization(bean, beanName);
    if (result instanceof Advised && isEligible(AopUtils.getTargetClass(result))) {
      findings.found(Part.TRACED, beanName);
      methods.tellUnseen(AopUtils.getTargetClass(result));
    }
    return result;
  }

  /** A class that cannot have a subclass would end the start. */
  @Override
  protected boolean isEligible(Object bean, String beanName) {
    boolean eligible = super.isEligible(bean, beanName);
    if (eligible && Modifier.isFinal(bean.getClass().getModifiers())) {
      findings.leftAlone("methods of " + beanName, "their class is final, so it has no proxy");
      return false;
    }
    return eligible;
  }
}
