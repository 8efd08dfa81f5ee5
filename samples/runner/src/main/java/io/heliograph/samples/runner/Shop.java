package io.heliograph.samples.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The three services, in processes of their own. Thread-safe: it can be closed while it starts. */
final class Shop implements AutoCloseable {

  private final Path samples;
  private final Cast cast;
  private final Jdks jdks = Jdks.ofThisMachine();
  private final Map<Part, Integer> ports = Ports.free();
  private final Map<Part, ServiceProcess> services = new EnumMap<>(Part.class);
  private boolean closed;

  /**
   * @param samples the folder of the samples, where the jars are
   */
  Shop(Path samples, Cast cast) {
    this.samples = samples;
    this.cast = cast;
  }

  /**
   * Starts the services and waits until they answer.
   *
   * @param settings of all of them
   * @param properties more system properties for all of them, each as {@code key=value}
   */
  void start(Database database, ApplicationYml settings, List<String> properties) {
    Path file = settings.writeTo(samples.resolve("runner/target"));
    for (Part part : Part.values()) {
      start(part, database, file, properties);
    }
    List.copyOf(services.values()).forEach(ServiceProcess::awaitReady);
  }

  private synchronized void start(
      Part part, Database database, Path settings, List<String> properties) {
    if (closed) {
      throw new IllegalStateException("stopped before it had started");
    }
    Framework framework = cast.frameworkOf(part);
    List<String> all = new ArrayList<>(properties);
    all.addAll(framework.properties(part, port(part), database, settings));
    all.add("shop.catalogue-url=" + url(Part.CATALOGUE));
    all.add("shop.stock-url=" + url(Part.STOCK));
    Path log = samples.resolve("runner/target/logs/" + part.serviceName() + ".log");
    services.put(
        part,
        ServiceProcess.start(
            part.serviceName(),
            jdks.java(framework.javaVersion()),
            port(part),
            framework.jar(samples),
            all,
            log));
  }

  String url(Part part) {
    return "http://127.0.0.1:" + port(part);
  }

  private int port(Part part) {
    return ports.getOrDefault(part, 0);
  }

  /** Stops the services, which deliver their last spans, and waits until they are gone. */
  @Override
  public synchronized void close() {
    closed = true;
    services.values().parallelStream().forEach(ServiceProcess::close);
    services.clear();
  }
}
