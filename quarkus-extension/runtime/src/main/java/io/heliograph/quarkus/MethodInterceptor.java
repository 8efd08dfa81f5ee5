package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.heliograph.instrumentation.RecordedMethods;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs annotated methods inside their operations, around transactions, retries and the like. */
@Interceptor
@Recorded(dataSource = false)
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class MethodInterceptor {

  private static final String SCOPE = "io.heliograph.quarkus.methods";

  private static final Set<String> SCHEDULING =
      Set.of("io.quarkus.scheduler.Scheduled", "io.quarkus.scheduler.Scheduled$Schedules");

  private final ApplicationEngine engine;
  private final Supplier<RecordedMethods> methods;

  MethodInterceptor(ApplicationEngine engine) {
    this.engine = engine;
    this.methods =
        engine.lazily(
            started -> RecordedMethods.of(started, SCOPE, List.of(new MutinyResult()), SCHEDULING));
  }

  @AroundInvoke
  @Nullable Object call(InvocationContext call) throws Throwable {
    return engine.records(Part.TRACED) || engine.records(Part.SCHEDULED)
        ? methods.get().call(call.getMethod(), call.getParameters(), call::proceed)
        : call.proceed();
  }
}
