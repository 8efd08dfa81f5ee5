package io.heliograph;

import io.heliograph.Diagnostics.Coverage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a framework tells what it found, at any time: it ends up in {@link Diagnostics}, and what
 * was told before {@link Heliograph#logStartUp()} in its summary. Thread-safe.
 *
 * <pre>{@code
 * heliograph.startUp()
 *     .instrumented("http server", "Spring MVC")
 *     .notInstrumented("data source 'legacy'", "its class is final and no interface of it is used")
 *     .owner("http.server.request.duration", "heliograph");
 * }</pre>
 *
 * <p>What is told twice counts as it was told last. Names and reasons must hold no secrets.
 */
public final class StartUp {

  private final Map<String, String> instrumented = new LinkedHashMap<>();
  private final Map<String, String> notInstrumented = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();

  StartUp() {}

  /**
   * Something is instrumented.
   *
   * @param how the framework's part or the technique
   */
  public synchronized StartUp instrumented(String what, String how) {
    notInstrumented.remove(what);
    instrumented.put(what, how);
    return this;
  }

  /** Something was found and is left alone. */
  public synchronized StartUp notInstrumented(String what, String why) {
    instrumented.remove(what);
    notInstrumented.put(what, why);
    return this;
  }

  /** Several could have made a measurement, and one was chosen. */
  public synchronized StartUp owner(String what, String owner) {
    owners.put(what, owner);
    return this;
  }

  synchronized Coverage coverage() {
    return new Coverage(instrumented, notInstrumented, owners);
  }
}
