package io.heliograph.micronaut;

import io.heliograph.contract.Capability;
import io.micronaut.core.version.VersionUtils;
import java.util.Map;

/** What the version at hand cannot do. */
final class Micronaut {

  static final boolean IS_4 = VersionUtils.getMicronautVersion().startsWith("4.");

  private Micronaut() {}

  /** What the page of capabilities calls it. */
  static String framework() {
    return "Micronaut " + VersionUtils.getMicronautVersion().charAt(0);
  }

  static Map<Capability, String> lacking() {
    return IS_4
        ? Map.of(
            Capability.SERVER_FAILURE_LOG,
            "Micronaut 4 logs what nothing handled outside of its own context")
        : Map.of();
  }
}
