package io.heliograph.samples.runner;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param once whether to play the story, compare and exit, instead of staying up
 * @param postgres whether to use PostgreSQL instead of H2
 * @param protocol a value of {@code heliograph.exporter.otlp.protocol}
 */
record Options(Cast cast, boolean postgres, boolean once, String protocol) {

  static final String USAGE =
      "usage: samples/run "
          + Arrays.stream(Framework.values()).map(Framework::id).collect(Collectors.joining("|"))
          + " [--once] [--db h2|postgres] [--protocol http/protobuf|http/json|grpc] [--no-build]\n"
          + "or three frameworks with commas between, for orders, stock and catalogue";

  private static final Set<String> DATABASES = Set.of("h2", "postgres");
  private static final Set<String> PROTOCOLS = Set.of("http/protobuf", "http/json", "grpc");

  /** Throws IllegalArgumentException that says what is wrong. */
  static Options parse(List<String> arguments) {
    Cast cast = null;
    String database = "h2";
    String protocol = "http/protobuf";
    boolean once = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--once" -> once = true;
        case "--db" -> database = oneOf(DATABASES, argument, rest);
        case "--protocol" -> protocol = oneOf(PROTOCOLS, argument, rest);
        default -> cast = Cast.of(argument);
      }
    }
    if (cast == null) {
      throw new IllegalArgumentException("which framework?");
    }
    return new Options(cast, database.equals("postgres"), once, protocol);
  }

  private static String oneOf(Set<String> allowed, String option, Iterator<String> rest) {
    String value = rest.hasNext() ? rest.next() : "nothing";
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(option + " does not take " + value);
    }
    return value;
  }
}
