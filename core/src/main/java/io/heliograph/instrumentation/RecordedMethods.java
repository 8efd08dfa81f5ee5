package io.heliograph.instrumentation;

import io.heliograph.Heliograph;
import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records calls of annotated methods and runs of scheduled ones, as far as they are switched on.
 *
 * <p>Throws only what the method throws. Thread-safe.
 */
public final class RecordedMethods {

  private final MethodInstrumentation instrumentation;
  private final boolean traced;
  private final boolean scheduled;
  private final Set<String> scheduling;
  private final Map<Method, Optional<TracedMethod>> resolved = new ConcurrentHashMap<>();

  /**
   * @param scheduling names of the annotations that make each run of a method a trace of its own
   */
  private RecordedMethods(
      MethodInstrumentation instrumentation, Settings settings, Set<String> scheduling) {
    this.instrumentation = instrumentation;
    this.traced = Part.TRACED.isOn(settings);
    this.scheduled = Part.SCHEDULED.isOn(settings);
    this.scheduling = Set.copyOf(scheduling);
  }

  /**
   * As an engine is configured.
   *
   * @param name the instrumentation scope's name
   * @param asyncResults as in {@link MethodInstrumentation}
   * @param scheduling as in the constructor
   */
  public static RecordedMethods of(
      Heliograph heliograph, String name, List<AsyncResult> asyncResults, Set<String> scheduling) {
    return new RecordedMethods(
        new MethodInstrumentation(heliograph.openTelemetry(), name, asyncResults),
        heliograph.settings(),
        scheduling);
  }

  /**
   * Runs a call inside its operation, if it is to have one.
   *
   * @param method the one that carries the annotations: of the class, not of an interface or proxy
   * @param arguments the call's, in the order of the parameters
   * @return what the call returned, or what its {@link AsyncResult} made of that
   * @throws Throwable what the call threw
   */
  public @Nullable Object call(Method method, @Nullable Object[] arguments, Invocation invocation)
      throws Throwable {
    Optional<TracedMethod> known = resolved.get(method);
    TracedMethod wanted =
        (known == null ? resolved.computeIfAbsent(method, this::resolve) : known).orElse(null);
    return wanted == null
        ? invocation.proceed()
        : instrumentation.call(wanted, arguments, invocation);
  }

  private Optional<TracedMethod> resolve(Method method) {
    if (scheduled && isScheduled(method)) {
      return Optional.ofNullable(instrumentation.resolveScheduled(method));
    }
    return traced ? Optional.ofNullable(instrumentation.resolve(method)) : Optional.empty();
  }

  private boolean isScheduled(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(type -> scheduling.contains(type.getName()));
  }
}
