package io.heliograph.instrumentation;

import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaves context in the environment of a process about to start.
 *
 * <pre>{@code
 * ProcessBuilder child = new ProcessBuilder("report", "--daily");
 * openTelemetry
 *     .getPropagators()
 *     .getTextMapPropagator()
 *     .inject(Context.current(), child.environment(), EnvironmentSetter.getInstance());
 * child.start();
 * }</pre>
 *
 * <p>Use one map a child, as {@link ProcessBuilder#environment()} does. Whoever may look at the
 * child process can read what is set: baggage with secrets does not belong there. Keys are
 * normalised ({@code traceparent} sets {@code TRACEPARENT}), values are written as they are.
 * Thread-safe as far as the map is. Specification: context/env-carriers.md.
 */
public final class EnvironmentSetter implements TextMapSetter<Map<String, String>> {

  private static final EnvironmentSetter INSTANCE = new EnvironmentSetter();

  private EnvironmentSetter() {}

  /** Returns the only instance, never null. */
  public static EnvironmentSetter getInstance() {
    return INSTANCE;
  }

  /** Sets the variable that {@code key} normalises to; does nothing without an environment. */
  @Override
  public void set(@Nullable Map<String, String> environment, String key, String value) {
    if (environment != null) {
      environment.put(EnvironmentNames.normalize(key), value);
    }
  }
}
