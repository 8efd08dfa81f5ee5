package io.heliograph.spring;

import io.heliograph.instrumentation.MethodInstrumentation;
import io.heliograph.instrumentation.TracedMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodClassKey;

/** Runs annotated methods inside their operations. */
final class MethodTracing implements MethodInterceptor {

  private final Supplier<MethodInstrumentation> instrumentation;
  private final List<Class<? extends Annotation>> scheduling;
  private final Map<MethodClassKey, Optional<TracedMethod>> resolved = new ConcurrentHashMap<>();

  /**
   * @param scheduling the annotations that make each run of a method a trace of its own
   */
  MethodTracing(
      Supplier<MethodInstrumentation> instrumentation,
      List<Class<? extends Annotation>> scheduling) {
    this.instrumentation = instrumentation;
    this.scheduling = scheduling;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    Optional<TracedMethod> method = resolve(invocation);
    return method.isEmpty()
        ? invocation.proceed()
        : instrumentation.get().call(method.get(), invocation.getArguments(), invocation::proceed);
  }

  private Optional<TracedMethod> resolve(MethodInvocation invocation) {
    Object target = invocation.getThis();
    Method method = invocation.getMethod();
    Class<?> type = target == null ? method.getDeclaringClass() : target.getClass();
    MethodClassKey key = new MethodClassKey(method, type);
    Optional<TracedMethod> known = resolved.get(key);
    return known == null
        ? resolved.computeIfAbsent(key, unknown -> read(AnnotatedMethods.specific(method, type)))
        : known;
  }

  private Optional<TracedMethod> read(Method method) {
    boolean scheduled = scheduling.stream().anyMatch(method::isAnnotationPresent);
    MethodInstrumentation methods = instrumentation.get();
    return Optional.ofNullable(
        scheduled ? methods.resolveScheduled(method) : methods.resolve(method));
  }
}
