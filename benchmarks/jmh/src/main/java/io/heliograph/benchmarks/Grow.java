package io.heliograph.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how cost grows on both sides, and puts each curve and its figures into docs/performance.
 */
public final class Grow {

  private static final String QUICK = "--quick";
  private static final int ROUNDS = 3;
  private static final Path DOCS = Path.of("docs");

  private final boolean quick;
  private final PrintStream out;

  private Grow(boolean quick, PrintStream out) {
    this.quick = quick;
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param arguments {@code [--quick] [CURVE...]}, all curves if none is named
   */
  public static void main(String[] arguments) throws IOException {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    Grow grow = new Grow(rest.remove(QUICK), System.out);
    List<Curve> curves =
        rest.isEmpty() ? List.of(Curve.values()) : rest.stream().map(Curve::titled).toList();
    for (Curve curve : curves) {
      grow.show(curve);
    }
  }

  private void show(Curve curve) throws IOException {
    List<Place> places = new ArrayList<>();
    for (int x : curve.inputs()) {
      Growing.requireSame(curve, x);
      places.add(measure(curve, x));
    }
    String table = Place.table(curve, places);
    out.println(command(curve) + "\n\n" + table);
    Path unused = Plot.draw(curve, places, DOCS.resolve("performance"));
    new Page(DOCS.resolve("performance.md")).show(curve, command(curve) + "\n\n" + table);
  }

  private String command(Curve curve) {
    return "`benchmarks/grow "
        + (quick ? QUICK + " " : "")
        + curve.title
        + "`, "
        + LocalDate.now(ZoneOffset.UTC)
        + ", Java "
        + Runtime.version().feature()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores:";
  }

  /** In turns, so that what the machine does meanwhile meets both. */
  private Place measure(Curve curve, int x) throws IOException {
    List<Measured> ours = new ArrayList<>();
    List<Measured> official = new ArrayList<>();
    for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
      ours.add(fork(curve, x, Works.OURS));
      official.add(fork(curve, x, Works.OFFICIAL));
    }
    return new Place(x, Measured.median(ours).nanos(), Measured.median(official).nanos());
  }

  private static Measured fork(Curve curve, int x, String implementation) throws IOException {
    Process process =
        new ProcessBuilder(command(curve, x, implementation))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (printed.isEmpty()) {
      throw new IllegalStateException(implementation + " failed at " + curve.title + " " + x);
    }
    return new Measured(Double.parseDouble(printed), Double.NaN);
  }

  private static List<String> command(Curve curve, int x, String implementation) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Forks.JVM);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(Probe.class.getName(), curve.title, Integer.toString(x), implementation));
    return command;
  }
}
