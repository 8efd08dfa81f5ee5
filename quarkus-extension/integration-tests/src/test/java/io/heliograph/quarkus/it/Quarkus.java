package io.heliograph.quarkus.it;

import io.heliograph.contract.Capability;
import java.util.EnumMap;
import java.util.Map;

/** What Quarkus applications cannot do. */
final class Quarkus {

  private Quarkus() {}

  static Map<Capability, String> lacking() {
    Map<Capability, String> lacking = new EnumMap<>(Capability.class);
    if (Runtime.version().feature() < 21) {
      lacking.put(Capability.VIRTUAL_THREADS, "the JDK is older than 21");
    }
    return lacking;
  }
}
