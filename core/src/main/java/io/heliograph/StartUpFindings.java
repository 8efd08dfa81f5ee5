package io.heliograph;

import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a framework module's parts find in an application, in a reading order; waits here as long as
 * there is no engine, so that nothing forces it to start early. Thread-safe.
 */
public final class StartUpFindings {

  private final Map<Part, Set<String>> found = new EnumMap<>(Part.class);
  private final Map<String, String> leftAlone = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();
  private @Nullable StartUp engine;

  /** Something is recorded, such as a bean. */
  public synchronized void found(Part part, String item) {
    found.computeIfAbsent(part, first -> new TreeSet<>()).add(item);
    if (engine != null) {
      tell(engine, part);
    }
  }

  /** Something could have been recorded and is not. */
  public synchronized void leftAlone(String what, String why) {
    leftAlone.put(what, why);
    if (engine != null) {
      engine.notInstrumented(what, why);
    }
  }

  /** Who records what could be recorded twice. */
  public synchronized void owners(Map<String, String> all) {
    owners.putAll(all);
  }

  /** Parts that are switched off, or somebody else's, are left alone. */
  public void leftOff(Settings settings) {
    for (Part part : Part.values()) {
      String why = part.whyOff(settings);
      if (why != null) {
        leftAlone(part.toString(), why);
      }
    }
  }

  /** Whether something of this part was found. */
  public synchronized boolean has(Part part) {
    return found.containsKey(part);
  }

  /** Tells everything so far, and from now on at once. */
  public synchronized void connect(StartUp startUp) {
    engine = startUp;
    for (Part part : found.keySet()) {
      tell(startUp, part);
    }
    for (Map.Entry<String, String> left : leftAlone.entrySet()) {
      startUp.notInstrumented(left.getKey(), left.getValue());
    }
    for (Map.Entry<String, String> owner : owners.entrySet()) {
      startUp.owner(owner.getKey(), owner.getValue());
    }
  }

  private void tell(StartUp startUp, Part part) {
    startUp.instrumented(part.toString(), String.join(", ", found.getOrDefault(part, Set.of())));
  }
}
