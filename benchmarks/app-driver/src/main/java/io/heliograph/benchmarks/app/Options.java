package io.heliograph.benchmarks.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param effort how much is run
 * @param compression of all variants' requests to the receiver
 * @param variants never without {@link Variant#NONE}, which the others are compared with
 * @param peers how those that Heliograph is compared with are set up
 * @param recordings of the load; null for none
 */
record Options(
    Effort effort,
    String compression,
    Set<Variant> variants,
    Peers peers,
    @Nullable Recordings recordings) {

  static final String USAGE =
      "usage: benchmarks/app [--quick|--smoke] [--compression none|gzip]"
          + " [--peers same-records|as-they-come] [--record DIRECTORY] [--no-build]"
          + " [heliograph|official|boot|agent]...";

  /**
   * Throws IllegalArgumentException that says what is wrong. The directory of the recordings exists
   * afterwards.
   */
  static Options parse(List<String> arguments) {
    Effort effort = Effort.FULL;
    String compression = "none";
    Peers peers = Peers.SAME_RECORDS;
    Path recordings = null;
    Set<Variant> variants = EnumSet.of(Variant.NONE);
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--quick" -> effort = Effort.QUICK;
        case "--smoke" -> effort = Effort.SMOKE;
        case "--compression" -> compression = compression(value(argument, rest));
        case "--peers" -> peers = peers(value(argument, rest));
        case "--record" -> recordings = Path.of(value(argument, rest));
        default -> variants.add(variant(argument));
      }
    }
    Set<Variant> chosen = variants.size() == 1 ? EnumSet.allOf(Variant.class) : variants;
    return new Options(
        effort,
        compression,
        chosen,
        peers,
        recordings == null ? null : Recordings.into(recordings));
  }

  /** As it stands in the report. */
  String inWords() {
    return effort + ", compression " + compression + ", peers " + peers.id();
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static String compression(String value) {
    if (!value.equals("none") && !value.equals("gzip")) {
      throw new IllegalArgumentException("--compression does not take " + value);
    }
    return value;
  }

  private static Peers peers(String value) {
    return Arrays.stream(Peers.values())
        .filter(peers -> peers.id().equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("--peers does not take " + value));
  }

  private static Variant variant(String id) {
    try {
      return Variant.valueOf(id.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("unknown: " + id, e);
    }
  }
}
