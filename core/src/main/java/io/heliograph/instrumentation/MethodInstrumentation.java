package io.heliograph.instrumentation;

import io.heliograph.internal.context.Suppression;
import io.heliograph.internal.diagnostics.Faults;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records calls of methods that are annotated with {@link io.heliograph.Traced} or OpenTelemetry's
 * {@code @WithSpan} and {@code @AddingSpanAttributes}.
 *
 * <p>Throws only what the method throws. Thread-safe.
 */
public final class MethodInstrumentation {

  private final Tracer tracer;
  private final TracedMethods methods;
  private final Map<Method, Optional<TracedMethod>> resolved = new ConcurrentHashMap<>();
  private final Map<Method, Optional<TracedMethod>> scheduled = new ConcurrentHashMap<>();
  private final MethodMetrics metrics;
  private final Faults faults = Instrumentation.faults();

  /**
   * @param name the instrumentation scope's name, such as {@code io.heliograph.spring.methods}
   * @param asyncResults the asynchronous types that a framework knows, besides {@link
   *     java.util.concurrent.CompletionStage}
   */
  public MethodInstrumentation(
      OpenTelemetry openTelemetry, String name, List<AsyncResult> asyncResults) {
    this.tracer = Instrumentation.tracer(openTelemetry, name);
    this.metrics = new MethodMetrics(Instrumentation.meter(openTelemetry, name));
    List<AsyncResult> all = new ArrayList<>(asyncResults);
    all.add(new CompletionStageResult());
    this.methods = new TracedMethods(all);
  }

  /**
   * What a method's annotations ask for, read once and remembered.
   *
   * @param method the one that carries the annotations: of the class, not of an interface or proxy
   * @return {@code null} if there is nothing to record
   */
  public @Nullable TracedMethod resolve(Method method) {
    return resolved.computeIfAbsent(method, unknown -> read(unknown, methods::read)).orElse(null);
  }

  /**
   * What each run of a scheduled method records: a trace of its own, described as its annotations
   * say or, if it has none, by its name.
   *
   * @param method as in {@link #resolve}
   * @return {@code null} if its annotations cannot be read
   */
  public @Nullable TracedMethod resolveScheduled(Method method) {
    return scheduled
        .computeIfAbsent(method, unknown -> read(unknown, methods::readScheduled))
        .orElse(null);
  }

  private Optional<TracedMethod> read(
      Method method, Function<Method, @Nullable TracedMethod> reader) {
    try {
      return Optional.ofNullable(reader.apply(method));
    } catch (Throwable thrown) {
      faults.report("method annotations", thrown);
      return Optional.empty();
    }
  }

  /**
   * Runs a call inside its operation.
   *
   * @param arguments the call's, in the order of the parameters
   * @return what the call returned, or what its {@link AsyncResult} made of that
   * @throws Throwable what the call threw
   */
  @SuppressWarnings("try") // the scope is only to be closed
  public @Nullable Object call(
      TracedMethod method, @Nullable Object[] arguments, Invocation invocation) throws Throwable {
    TracedMethod.MethodSpan wanted = method.span();
    if (wanted == null) {
      addAttributes(method, arguments);
      return invocation.proceed();
    }
    Operation<Void> operation = start(method, wanted, arguments);
    Object result;
    try (Scope ignored = operation.makeCurrent()) {
      result = invocation.proceed();
    } catch (Throwable thrown) {
      operation.end(null, thrown);
      throw thrown;
    }
    return end(method, result, operation);
  }

  private void addAttributes(TracedMethod method, @Nullable Object[] arguments) {
    Span current = Span.current();
    if (current.isRecording()) {
      recordArguments(method, arguments, current::setAttribute);
    }
  }

  private Operation<Void> start(
      TracedMethod method, TracedMethod.MethodSpan wanted, @Nullable Object[] arguments) {
    Context current = Context.current();
    if (Suppression.isSuppressed(current)) {
      return new InertOperation<>(current, faults);
    }
    try {
      return begin(method, wanted, wanted.inheritContext() ? current : Context.root(), arguments);
    } catch (Throwable thrown) {
      faults.report("method start", thrown);
      return new InertOperation<>(current, faults);
    }
  }

  private Operation<Void> begin(
      TracedMethod method,
      TracedMethod.MethodSpan wanted,
      Context parent,
      @Nullable Object[] arguments) {
    SpanBuilder builder =
        tracer.spanBuilder(wanted.name()).setSpanKind(wanted.kind()).setParent(parent);
    builder.setAttribute(SemanticAttributes.CODE_FUNCTION_NAME, method.functionName());
    recordArguments(method, arguments, builder::setAttribute);
    Span span = builder.startSpan();
    return new MethodOperation(metrics, method, parent.with(span), span, faults);
  }

  /** An argument whose {@code toString} throws costs itself, nothing else. */
  private void recordArguments(
      TracedMethod method, @Nullable Object[] arguments, AttributeSink span) {
    for (ArgumentAttribute argument : method.arguments()) {
      try {
        argument.record(span, arguments);
      } catch (Throwable thrown) {
        faults.report("method argument", thrown);
      }
    }
  }

  private @Nullable Object end(
      TracedMethod method, @Nullable Object result, Operation<Void> operation) {
    AsyncResult asyncResult = method.asyncResult();
    if (asyncResult == null || result == null) {
      operation.end(null, null);
      return result;
    }
    try {
      return asyncResult.endWith(result, operation);
    } catch (Throwable thrown) {
      faults.report("asynchronous result", thrown);
      operation.end(null, null);
      return result;
    }
  }
}
