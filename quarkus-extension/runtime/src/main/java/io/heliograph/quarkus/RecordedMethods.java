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

  private static final String SCOPE = "io.heliograph.quarkus.methods";

  private final Engine engine;
  private final Lazy<MethodInstrumentation> instrumentation;

  RecordedMethods(Engine engine) {
    this.engine = engine;
    this.instrumentation =
        new Lazy<>(
            () ->
                new MethodInstrumentation(
                    engine.openTelemetry(), SCOPE, List.of(new MutinyResult())));
  }

  @Nullable Object traced(InvocationContext call) throws Throwable {
    return engine.records(Part.TRACED)
        ? run(call, instrumentation.get().resolve(call.getMethod()))
        : call.proceed();
  }

  @Nullable Object scheduled(InvocationContext call) throws Throwable {
    return engine.records(Part.SCHEDULED)
        ? run(call, instrumentation.get().resolveScheduled(call.getMethod()))
        : traced(call);
  }

  private @Nullable Object run(InvocationContext call, @Nullable TracedMethod method)
      throws Throwable {
    return method == null
        ? call.proceed()
        : instrumentation.get().call(method, call.getParameters(), call::proceed);
  }
}
