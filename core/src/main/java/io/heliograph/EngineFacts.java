package io.heliograph;

import io.heliograph.config.BatchSettings;
import io.heliograph.config.EngineSettings;
import io.heliograph.config.Settings;
import io.heliograph.config.TraceSettings;
import io.heliograph.internal.Version;
import io.heliograph.pipeline.Sampler;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in words what an engine was configured to be. */
final class EngineFacts {

  private EngineFacts() {}

  /**
   * In reading order.
   *
   * @param ownSampler the program's, null if the settings name it
   */
  static Map<String, String> of(Settings settings, String service, @Nullable Sampler ownSampler) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("version", Version.get());
    facts.put("service", service);
    facts.put("enabled", String.valueOf(!settings.get(EngineSettings.SDK_DISABLED)));
    facts.put("sampler", ownSampler == null ? sampler(settings) : ownSampler.getClass().getName());
    facts.put("propagators", String.join(", ", settings.get(EngineSettings.PROPAGATORS)));
    facts.put(
        "metric interval", settings.get(BatchSettings.METRICS.scheduleDelay()).toSeconds() + " s");
    return facts;
  }

  private static String sampler(Settings settings) {
    String argument = settings.find(TraceSettings.SAMPLER_ARG);
    String name = settings.get(TraceSettings.SAMPLER);
    boolean ratio = argument != null && argument.indexOf('=') < 0;
    return ratio ? name + " (" + argument + ")" : name;
  }
}
