package io.heliograph.config;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with the configuration, thrown once, at start-up. The message names each
 * key, its value (secrets masked), what is allowed and where the value came from.
 */
public final class ConfigurationException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ConfigurationException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * One bad value.
   *
   * @param key as it was written
   * @param value as it was written, masked when it is secret; empty when it is missing
   * @param allowed completes "must be …"
   * @param origin where it was written
   * @param maybe what was probably meant, null when that is not obvious
   */
  public record Problem(
      String key, String value, String allowed, String origin, @Nullable String maybe) {

    /** Four lines at most. */
    String describe() {
      String written = value.isEmpty() ? key : "%s = \"%s\"".formatted(key, value);
      String advice = maybe == null ? "" : "\n   Maybe " + maybe;
      return "%s\n   must be %s\n   from %s%s".formatted(written, allowed, origin, advice);
    }
  }

  static ConfigurationException of(DestinationSettings.Source source, String allowed) {
    return new ConfigurationException(
        List.of(new Problem(source.key(), source.value(), allowed, source.origin(), null)));
  }

  /** All problems, in the order of the catalogue. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    return IntStream.range(0, problems.size())
        .mapToObj(i -> (i + 1) + ". " + problems.get(i).describe())
        .collect(
            Collectors.joining(
                "\n",
                "Heliograph's configuration has %d problem(s):\n".formatted(problems.size()),
                ""));
  }
}
