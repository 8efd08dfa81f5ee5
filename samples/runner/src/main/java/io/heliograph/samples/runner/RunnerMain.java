package io.heliograph.samples.runner;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code samples/run} starts: a receiver, a database, the shop, and with --once a driver. */
public final class RunnerMain {

  private RunnerMain() {}

  /** Exits with 0 if all was as expected, 1 if it was not, and 2 if the arguments are wrong. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options = options(args, out);
    System.exit(options == null ? 2 : run(new Run(options, Path.of("samples"), out), options, out));
  }

  private static @Nullable Options options(String[] args, PrintStream out) {
    try {
      return Options.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + "\n" + Options.USAGE);
      return null;
    }
  }

  private static int run(Run run, Options options, PrintStream out) {
    Runtime.getRuntime().addShutdownHook(new Thread(run::close, "stop"));
    try {
      if (!options.once()) {
        run.stayUp();
        return 0;
      }
      List<String> differences = run.playStory();
      differences.forEach(difference -> out.println("DIFFERENT  " + difference));
      return differences.isEmpty() ? 0 : 1;
    } catch (RuntimeException e) {
      out.println(e.getMessage());
      return 1;
    }
  }
}
