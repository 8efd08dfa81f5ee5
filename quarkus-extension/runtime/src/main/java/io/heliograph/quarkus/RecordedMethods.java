package io.heliograph.quarkus;

import io.heliograph.config.Part;
import io.heliograph.instrumentation.MethodInstrumentation;
import io.heliograph.instrumentation.TracedMethod;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs annotated methods inside their operations. */
@Singleton
public class RecordedMethods {

  private final Engine engine;
  private volatile @Nullable MethodInstrumentation instrumentation;

  RecordedMethods(Engine engine) {
    this.engine = engine;
  }

  @Nullable Object traced(InvocationContext call) throws Throwable {
    return engine.records(Part.TRACED)
        ? run(call, instrumentation().resolve(call.getMethod()))
        : call.proceed();
  }

  @Nullable Object scheduled(InvocationContext call) throws Throwable {
    return engine.records(Part.SCHEDULED)
        ? run(call, instrumentation().resolveScheduled(call.getMethod()))
        : traced(call);
  }

  private @Nullable Object run(InvocationContext call, @Nullable TracedMethod method)
      throws Throwable {
    return method == null
        ? call.proceed()
        : instrumentation().call(method, call.getParameters(), call::proceed);
  }

  /** Two at the same time would be alike. */
  private MethodInstrumentation instrumentation() {
    MethodInstrumentation known = instrumentation;
    if (known == null) {
      known =
          new MethodInstrumentation(
              engine.openTelemetry(), "io.heliograph.quarkus.methods", List.of(new MutinyResult()));
      instrumentation = known;
    }
    return known;
  }
}
