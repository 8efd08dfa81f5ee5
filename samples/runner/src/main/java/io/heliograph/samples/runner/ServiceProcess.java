package io.heliograph.samples.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A jar that runs in a Java process of its own. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration START_DEADLINE = Duration.ofMinutes(2);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(15);

  private final String name;
  private final int port;
  private final Path log;
  private final Process process;

  private ServiceProcess(String name, int port, Path log, Process process) {
    this.name = name;
    this.port = port;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a jar, with its output in a file.
   *
   * @param java the command
   * @param port the port that it is going to listen on
   * @param properties system properties, each as {@code key=value}
   */
  static ServiceProcess start(
      String name, Path java, int port, Path jar, List<String> properties, Path log) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar.normalize() + " is not there; build it first");
    }
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    // Its life is too short for the second compiler to pay.
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    properties.forEach(property -> command.add("-D" + property));
    command.add("-jar");
    command.add(jar.toString());
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      return new ServiceProcess(name, port, log, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not start", e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Waits until the port answers; throws IllegalStateException with the log if it never does. */
  void awaitReady() {
    long deadline = System.nanoTime() + START_DEADLINE.toNanos();
    while (!accepts()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(name + " did not start:\n" + output());
      }
      Pause.briefly();
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** All that it has written so far. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the process to end, so that it can deliver what it holds, and insists after a while. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
