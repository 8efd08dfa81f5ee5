package io.heliograph.contract;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines that a contract application logs at its start, with the framework's own logging, at
 * level INFO and before there is an engine; later ones by {@link ContractEndpoint#LOG}.
 */
public final class ContractLog {

  /** The name of the logger. */
  public static final String LOGGER = "contract";

  private static final int COUNT = 10;

  private ContractLog() {}

  /** The lines of the start, in their order. */
  public static List<String> startLines() {
    return IntStream.range(0, COUNT).mapToObj(i -> "contract start " + i).toList();
  }
}
