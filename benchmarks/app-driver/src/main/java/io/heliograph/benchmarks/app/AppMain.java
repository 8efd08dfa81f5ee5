package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code benchmarks/app} starts. */
public final class AppMain {

  private static final Path SHOPS = Path.of("benchmarks/app-shop");

  private AppMain() {}

  /** Exits with 0 if every asked ratio is met, 1 if one is missed, 2 if the arguments are wrong. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options;
    try {
      options = Options.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    System.exit(run(options, out) ? 0 : 1);
  }

  private static boolean run(Options options, PrintStream out) throws IOException {
    String loadBefore = load();
    List<Figures> figures = new Benchmark(options, SHOPS, out).run();
    String report = surroundings(options, loadBefore) + Report.of(figures);
    out.println(report);
    Files.writeString(SHOPS.resolve("target/report.md"), report);
    return Verdict.of(new Overheads(figures)).stream().allMatch(Verdict::met);
  }

  private static String surroundings(Options options, String loadBefore) {
    return String.format(
        Locale.ROOT,
        "JDK %s, %d processors, load average %s before and %s after; %s.%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        loadBefore,
        load(),
        options.inWords());
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
