package io.heliograph.quarkus;

import io.heliograph.config.Part;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;
import java.util.Map;

/** Tells what the build found of annotated methods. */
@Recorder
public class MethodsRecorder {

  /**
   * For the summary of the start.
   *
   * @param beans classes with methods that are recorded
   * @param unseen methods that are not, each with the reason
   */
  public void found(RuntimeValue<Engine> value, List<String> beans, Map<String, String> unseen) {
    Engine engine = value.getValue();
    if (engine.records(Part.TRACED) || engine.records(Part.SCHEDULED)) {
      beans.forEach(bean -> engine.findings().found(Part.TRACED, bean));
      unseen.forEach(engine.findings()::leftAlone);
    }
  }
}
