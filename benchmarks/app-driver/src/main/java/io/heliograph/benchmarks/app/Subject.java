package io.heliograph.benchmarks.app;

/** A running application with its receiver, and what was measured of it. Not thread-safe. */
final class Subject implements AutoCloseable {

  private final Application application;
  private final Receiver receiver;
  private final Figures figures;
  private final Allocations allocations;

  /** The application has answered once; this closes it, and leaves the receiver alone. */
  Subject(Application application, Receiver receiver, Figures figures) {
    this.application = application;
    this.receiver = receiver;
    this.figures = figures;
    this.allocations = Allocations.attach(application.pid());
  }

  Figures figures() {
    return figures;
  }

  Receiver receiver() {
    return receiver;
  }

  Load load(Scenario scenario) {
    return new Load(scenario, application.port());
  }

  /** Begins to count what the application costs. */
  Reading read() {
    return new Reading(application.figures().processorTime(), allocations.bytes());
  }

  /** What its costs were, whoever caused them. */
  record Reading(ProcessorTime time, long bytes) {

    /** The cost of each of the requests sent since {@code earlier}. */
    Round since(Reading earlier, int requests, Load.Outcome outcome) {
      return new Round(
          time.microsSince(earlier.time) / requests,
          time.requestMicrosSince(earlier.time) / requests,
          (bytes - earlier.bytes) / (double) requests,
          outcome.p50Millis(),
          outcome.p99Millis());
    }
  }

  void saturate(Scenario scenario, int requests) {
    long spans = receiver.sent().spanCount();
    Reading before = read();
    try (Load load = load(scenario)) {
      load.send(requests);
      Pause.untilDrained();
      Round cost = read().since(before, requests, load.outcome());
      long arrived = receiver.settled().spanCount() - spans;
      figures.saturated(
          scenario,
          new Saturation(
              load.outcome().requestsPerSecond(), cost.cpuMicros(), arrived / (double) requests));
    }
  }

  void measureMemory() {
    figures.resident(application.figures().residentKilobytes());
  }

  @Override
  public void close() {
    allocations.close();
    application.close();
  }
}
