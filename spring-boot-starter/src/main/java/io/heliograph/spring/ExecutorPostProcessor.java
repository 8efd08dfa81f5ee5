package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import io.opentelemetry.context.Context;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.ReflectionUtils;

/**
 * Lets the context follow work onto executors that are beans.
 *
 * <p>Spring's own get a task decorator and stay what they are. Those of {@code
 * java.util.concurrent} are wrapped, where the bean is declared as an interface, so that nothing
 * can miss its concrete class. Schedulers are left alone: what they run has no caller.
 */
final class ExecutorPostProcessor implements BeanPostProcessor {

  private static final String ENGINE = "heliograph";

  private final ConfigurableListableBeanFactory beans;
  private final StartUpFindings findings;

  ExecutorPostProcessor(ConfigurableListableBeanFactory beans, StartUpFindings findings) {
    this.beans = beans;
    this.findings = findings;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof ThreadPoolTaskExecutor executor) {
      executor.setTaskDecorator(decorator(executor));
      findings.found(Part.ASYNC, beanName);
    } else if (bean instanceof SimpleAsyncTaskExecutor executor
        && !(bean instanceof TaskScheduler)) {
      executor.setTaskDecorator(decorator(executor));
      findings.found(Part.ASYNC, beanName);
    }
    if (bean instanceof Executor || bean instanceof ExecutorConfigurationSupport) {
      beans.registerDependentBean(ENGINE, beanName); // so that the last task's spans are delivered
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (!(bean instanceof Executor executor)
        || bean instanceof org.springframework.core.task.TaskExecutor) {
      return bean;
    }
    if (!isDeclaredAsInterface(beanName)) {
      findings.leftAlone("executor " + beanName, "it is declared as a class and not an interface");
      return bean;
    }
    findings.found(Part.ASYNC, beanName);
    return wrap(executor);
  }

  private static Executor wrap(Executor executor) {
    if (executor instanceof ScheduledExecutorService scheduled) {
      return Context.taskWrapping(scheduled);
    }
    return executor instanceof ExecutorService service
        ? Context.taskWrapping(service)
        : Context.taskWrapping(executor);
  }

  private boolean isDeclaredAsInterface(String beanName) {
    if (beans.containsBeanDefinition(beanName)
        && beans.getMergedBeanDefinition(beanName) instanceof RootBeanDefinition definition) {
      Method factory = definition.getResolvedFactoryMethod();
      return factory != null && factory.getReturnType().isInterface();
    }
    return false;
  }

  private static TaskDecorator decorator(Object executor) {
    TaskDecorator present = present(executor);
    return present == null
        ? ExecutorPostProcessor::withContext
        : task -> withContext(present.decorate(task));
  }

  private static Runnable withContext(Runnable task) {
    return Context.current().wrap(task);
  }

  /** The application's own decorator, for which Spring has no getter. */
  private static @Nullable TaskDecorator present(Object executor) {
    Field field = ReflectionUtils.findField(executor.getClass(), "taskDecorator");
    if (field == null) {
      throw new IllegalStateException(
          executor.getClass()
              + " keeps its task decorator elsewhere than Heliograph knows."
              + " Set heliograph.async.enabled=false.");
    }
    ReflectionUtils.makeAccessible(field);
    return (TaskDecorator) ReflectionUtils.getField(field, executor);
  }
}
