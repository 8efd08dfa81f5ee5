package io.heliograph.micronaut;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.scheduling.annotation.Async;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Runs those methods inside their operations that nobody waits for: on the thread that they get.
 */
@Singleton
@InterceptorBean(Recorded.class)
final class DetachedMethodInterceptor
    implements io.micronaut.aop.MethodInterceptor<Object, Object> {

  private final MethodInterceptor recorder;

  DetachedMethodInterceptor(MethodInterceptor recorder) {
    this.recorder = recorder;
  }

  /** Whether the caller sees neither an end nor a failure. */
  static boolean isDetached(MethodInvocationContext<Object, Object> call) {
    return call.getReturnType().isVoid() && call.hasStereotype(Async.class);
  }

  @Override
  public int getOrder() {
    return InterceptPhase.ASYNC.getPosition() + 1;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    return isDetached(call) ? recorder.recorded(call) : call.proceed();
  }
}
