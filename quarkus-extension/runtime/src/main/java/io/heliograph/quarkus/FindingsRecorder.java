package io.heliograph.quarkus;

import io.heliograph.config.Part;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;
import java.util.Map;

/** Tells, for the summary of the start, what the build found. */
@Recorder
public class FindingsRecorder {

  /** Things that are instrumented, if their part records anything. */
  public void found(RuntimeValue<Engine> engine, Part part, List<String> items) {
    if (engine.getValue().records(part)) {
      items.forEach(item -> engine.getValue().findings().found(part, item));
    }
  }

  /** Things that are not, each with the reason. */
  public void leftAlone(RuntimeValue<Engine> engine, Part part, Map<String, String> items) {
    if (engine.getValue().records(part)) {
      items.forEach(engine.getValue().findings()::leftAlone);
    }
  }
}
