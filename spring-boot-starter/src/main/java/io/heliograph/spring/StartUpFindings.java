package io.heliograph.spring;

import io.heliograph.StartUp;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the parts find in an application, in a reading order; waits here as long as there is no
 * engine, so that no bean forces it to start early. Thread-safe.
 */
final class StartUpFindings {

  private final Map<Part, Set<String>> found = new EnumMap<>(Part.class);
  private final Map<String, String> leftAlone = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();
  private @Nullable StartUp engine;

  /** Something is recorded, such as a bean. */
  synchronized void found(Part part, String item) {
    found.computeIfAbsent(part, first -> new TreeSet<>()).add(item);
    if (engine != null) {
      tell(engine, part);
    }
  }

  /** Something could have been recorded and is not. */
  synchronized void leftAlone(String what, String why) {
    leftAlone.put(what, why);
    if (engine != null) {
      engine.notInstrumented(what, why);
    }
  }

  /** Who records what could be recorded twice. */
  synchronized void owners(Map<String, String> all) {
    owners.putAll(all);
  }

  synchronized boolean has(Part part) {
    return found.containsKey(part);
  }

  /** Tells everything so far, and from now on at once. */
  synchronized void connect(StartUp startUp) {
    engine = startUp;
    found.keySet().forEach(part -> tell(startUp, part));
    leftAlone.forEach(startUp::notInstrumented);
    owners.forEach(startUp::owner);
  }

  private void tell(StartUp startUp, Part part) {
    startUp.instrumented(part.toString(), String.join(", ", found.getOrDefault(part, Set.of())));
  }
}
