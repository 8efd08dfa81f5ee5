package io.heliograph.instrumentation;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads context that a parent process left in environment variables, such as {@code TRACEPARENT}.
 *
 * <pre>{@code
 * Context parent =
 *     openTelemetry
 *         .getPropagators()
 *         .getTextMapPropagator()
 *         .extract(Context.root(), System.getenv(), EnvironmentGetter.getInstance());
 * }</pre>
 *
 * <p>Read it once, at start-up. Other users of the machine may be able to see and set the
 * environment of a process: it is no place for secrets. Keys are normalised ({@code x-b3-traceid}
 * reads {@code X_B3_TRACEID}), values are taken as they are. Thread-safe. Specification:
 * context/env-carriers.md.
 */
public final class EnvironmentGetter implements TextMapGetter<Map<String, String>> {

  private static final EnvironmentGetter INSTANCE = new EnvironmentGetter();

  private EnvironmentGetter() {}

  /** Returns the only instance, never null. */
  public static EnvironmentGetter getInstance() {
    return INSTANCE;
  }

  /** Returns the variables whose names are normalised; the others carry no context. */
  @Override
  public Iterable<String> keys(@Nullable Map<String, String> environment) {
    if (environment == null) {
      return List.of();
    }
    return environment.keySet().stream().filter(EnvironmentNames::isNormalized).toList();
  }

  /** Returns the variable that {@code key} normalises to, null if there is none. */
  @Override
  public @Nullable String get(@Nullable Map<String, String> environment, String key) {
    return environment == null ? null : environment.get(EnvironmentNames.normalize(key));
  }
}
