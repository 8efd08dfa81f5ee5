package io.heliograph.contract;

import java.util.Comparator;

/**
 * What one test of a framework said of a capability.
 *
 * @param framework such as {@code Quarkus}
 * @param test the simple name of the contract's subclass
 * @param reason why the capability is lacking, empty if it is there
 */
record CapabilityRow(String framework, String test, Capability capability, String reason)
    implements Comparable<CapabilityRow> {

  private static final String SEPARATOR = "\t";

  private static final Comparator<CapabilityRow> ORDER =
      Comparator.comparing(CapabilityRow::framework)
          .thenComparing(CapabilityRow::test)
          .thenComparing(CapabilityRow::capability)
          .thenComparing(CapabilityRow::reason);

  static CapabilityRow parse(String line) {
    String[] fields = line.split(SEPARATOR, -1);
    return new CapabilityRow(fields[0], fields[1], Capability.valueOf(fields[2]), fields[3]);
  }

  String line() {
    return String.join(SEPARATOR, framework, test, capability.name(), reason);
  }

  /** Whether both speak of the same thing, whatever they say. */
  boolean replaces(CapabilityRow other) {
    return framework.equals(other.framework)
        && test.equals(other.test)
        && capability == other.capability;
  }

  @Override
  public int compareTo(CapabilityRow other) {
    return ORDER.compare(this, other);
  }
}
