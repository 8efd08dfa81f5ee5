package io.heliograph.samples.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which framework plays which part of the shop. */
record Cast(Map<Part, Framework> frameworks) {

  /** The way that a delivery takes through the shop. */
  private static final List<Part> WAY = List.of(Part.ORDERS, Part.STOCK, Part.CATALOGUE);

  static Cast of(Framework all) {
    return new Cast(WAY.stream().collect(Collectors.toUnmodifiableMap(part -> part, part -> all)));
  }

  /**
   * Reads one framework's name, or those for orders, stock and catalogue with commas between.
   *
   * @throws IllegalArgumentException if that is neither, with a message for whoever wrote it
   */
  static Cast of(String names) {
    List<Framework> frameworks = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      frameworks.add(Framework.of(name));
    }
    if (frameworks.size() == 1) {
      return of(frameworks.get(0));
    }
    if (frameworks.size() != WAY.size()) {
      throw new IllegalArgumentException("one framework, or " + WAY.size() + ": " + names);
    }
    Map<Part, Framework> cast = new EnumMap<>(Part.class);
    WAY.forEach(part -> cast.put(part, frameworks.get(cast.size())));
    return new Cast(Collections.unmodifiableMap(cast));
  }

  Framework frameworkOf(Part part) {
    Framework framework = frameworks.get(part);
    if (framework == null) {
      throw new IllegalStateException("nobody plays " + part.id());
    }
    return framework;
  }

  /** How the first and the last line begin that a service logs when it starts. */
  List<String> startLines(Part part) {
    return frameworkOf(part).startLines();
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    List<String> names = WAY.stream().map(part -> frameworkOf(part).id()).toList();
    return names.stream().distinct().count() == 1 ? names.get(0) : String.join(",", names);
  }
}
