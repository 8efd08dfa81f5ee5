package io.heliograph.spring;

import io.heliograph.instrumentation.RecordedMethods;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodClassKey;

/** Runs annotated methods inside their operations. */
final class MethodTracing implements MethodInterceptor {

  private final Supplier<RecordedMethods> methods;
  private final Map<MethodClassKey, Method> specific = new ConcurrentHashMap<>();

  MethodTracing(Supplier<RecordedMethods> methods) {
    this.methods = methods;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    return methods.get().call(specific(invocation), invocation.getArguments(), invocation::proceed);
  }

  private Method specific(MethodInvocation invocation) {
    Object target = invocation.getThis();
    Method method = invocation.getMethod();
    Class<?> type = target == null ? method.getDeclaringClass() : target.getClass();
    MethodClassKey key = new MethodClassKey(method, type);
    Method known = specific.get(key);
    return known == null
        ? specific.computeIfAbsent(key, unknown -> AnnotatedMethods.specific(method, type))
        : known;
  }
}
