package io.heliograph.micronaut;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.RecordedMethods;
import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.convert.ConversionService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs annotated methods inside their operations, around retries, caches and the like. */
@Singleton
@InterceptorBean(Recorded.class)
final class MethodInterceptor implements io.micronaut.aop.MethodInterceptor<Object, Object> {

  private static final String SCOPE = "io.heliograph.micronaut.methods";
  private static final Set<String> SCHEDULING =
      Set.of(
          "io.micronaut.scheduling.annotation.Scheduled",
          "io.micronaut.scheduling.annotation.Schedules");

  private final ApplicationEngine engine;
  private final Supplier<RecordedMethods> methods;

  MethodInterceptor(ApplicationEngine engine, ConversionService conversions) {
    this.engine = engine;
    engine.findings().found(Part.TRACED, "of beans");
    this.methods =
        engine.lazily(
            started ->
                RecordedMethods.of(
                    started, SCOPE, List.of(new PublisherResult(conversions)), SCHEDULING));
  }

  @Override
  public int getOrder() {
    return InterceptPhase.TRACE.getPosition();
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    return DetachedMethodInterceptor.isDetached(call) ? call.proceed() : recorded(call);
  }

  @Nullable Object recorded(MethodInvocationContext<Object, Object> call) {
    if (!engine.records(Part.TRACED) && !engine.records(Part.SCHEDULED)) {
      return call.proceed();
    }
    try {
      return methods.get().call(call.getTargetMethod(), call.getParameterValues(), call::proceed);
    } catch (Throwable thrown) {
      throw MethodInterceptor.<RuntimeException>unchecked(thrown);
    }
  }

  /** What the method threw, which may be checked. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
