package io.heliograph.benchmarks.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The shop in a process of its own, with one telemetry. */
final class Application implements AutoCloseable {

  private static final long START_DEADLINE_NANOS = TimeUnit.MINUTES.toNanos(3);
  private static final long STOP_DEADLINE_SECONDS = 20;

  private final Variant variant;
  private final Process process;
  private final int port;
  private final Path log;
  private final long startedNanos = System.nanoTime();

  private Application(Variant variant, Process process, int port, Path log) {
    this.variant = variant;
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts it and returns at once.
   *
   * @param jvmOptions before everything else on the command line
   * @param properties system properties, each as {@code key=value}
   */
  static Application start(
      Variant variant, Path shops, List<String> jvmOptions, List<String> properties) {
    int port = Ports.free();
    List<String> command = new ArrayList<>();
    command.addAll(Processors.OF_APPLICATIONS.command());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    variant.agents(shops).forEach(agent -> command.add("-javaagent:" + agent));
    properties.forEach(property -> command.add("-D" + property));
    command.add("-Dserver.port=" + port);
    command.add("-jar");
    command.add(variant.jar(shops).toString());
    Path log = shops.resolve("target/logs").resolve(variant.id() + ".log");
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      return new Application(variant, builder.start(), port, log);
    } catch (IOException e) {
      throw new UncheckedIOException(variant.id() + " does not start", e);
    }
  }

  Variant variant() {
    return variant;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  ProcessFigures figures() {
    return ProcessFigures.of(process.pid());
  }

  /** Waits for the first answer, for at most three minutes; answers with the milliseconds taken. */
  long awaitFirstResponse() {
    while (System.nanoTime() - startedNanos < START_DEADLINE_NANOS && process.isAlive()) {
      try (Client client = new Client(port)) {
        client.get(Scenario.PRODUCT.path(0));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
      } catch (IOException notYet) {
        Pause.millis(20);
      }
    }
    throw new IllegalStateException(variant.id() + " did not start; see " + log);
  }

  /** Asks it to end, so that it sends what it holds, and insists after a while. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
