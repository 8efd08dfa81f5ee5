package io.heliograph.internal.resource;

import io.heliograph.config.ResourceSettings;
import io.heliograph.config.Settings;
import io.heliograph.pipeline.ResourceDetector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which detectors the settings name. */
final class DetectorSelection {

  private static final String NONE = "none";
  private static final String CLOUD = "cloud";
  private static final List<String> CLOUDS = List.of("aws", "gcp", "azure");

  private DetectorSelection() {}

  /**
   * Those that are to be asked, in their own order.
   *
   * @throws io.heliograph.config.ConfigurationException if the settings name one that is not there
   */
  static List<ResourceDetector> chosen(Settings settings, List<ResourceDetector> detectors) {
    Set<String> names = new LinkedHashSet<>(settings.get(ResourceSettings.DETECTORS));
    if (names.equals(Set.of(NONE))) {
      return List.of();
    }
    if (names.remove(CLOUD)) {
      names.addAll(CLOUDS);
    }
    Set<String> known = new TreeSet<>();
    List<ResourceDetector> chosen = new ArrayList<>();
    for (ResourceDetector detector : detectors) {
      known.add(detector.name());
      if (names.contains(detector.name())) {
        chosen.add(detector);
      }
    }
    if (!known.containsAll(names)) {
      known.add(CLOUD);
      throw settings.invalid(
          ResourceSettings.DETECTORS,
          NONE + ", or a comma separated list of " + String.join(", ", known));
    }
    return chosen;
  }
}
