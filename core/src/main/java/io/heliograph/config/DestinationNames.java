package io.heliograph.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the names in {@code heliograph.destinations.<name>.*}. */
final class DestinationNames {
  private static final String VARIABLE = Names.environmentForm(DestinationKeys.PREFIX);

  private DestinationNames() {}

  /**
   * Returns each name with where it was first seen. A variable does not tell where a name with an
   * underscore ends, so that dotted keys are read first.
   */
  static Map<String, String> in(List<Layer> layers) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Layer layer : layers) {
      for (String key : layer.keys()) {
        int end = key.indexOf('.', DestinationKeys.PREFIX.length());
        if (key.startsWith(DestinationKeys.PREFIX) && end > 0) {
          String name = key.substring(DestinationKeys.PREFIX.length(), end);
          names.putIfAbsent(name, layer.origin(key));
        }
      }
    }
    for (Layer layer : layers) {
      addVariables(layer, names);
    }
    return names;
  }

  private static void addVariables(Layer layer, Map<String, String> names) {
    for (String key : layer.keys()) {
      int end = key.indexOf('_', VARIABLE.length());
      if (key.startsWith(VARIABLE) && end > 0 && !isOfKnown(key, names)) {
        String name = Names.dottedForm(key.substring(VARIABLE.length(), end));
        names.put(name, layer.origin(key));
      }
    }
  }

  private static boolean isOfKnown(String variable, Map<String, String> names) {
    return names.keySet().stream()
        .map(name -> Names.environmentForm(DestinationKeys.PREFIX + name + "."))
        .anyMatch(variable::startsWith);
  }
}
