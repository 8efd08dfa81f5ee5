package io.heliograph.benchmarks.app;

/** A running application with its receiver, and what was measured of it. */
final class Subject implements AutoCloseable {

  /** A batch that waits is sent in this time, and belongs to the request that filled it. */
  private static final long DRAIN_MILLIS = 1_500;

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

  void warmUp(int requests) {
    for (Scenario scenario : Scenario.values()) {
      new Load(scenario, requests).run(application.port());
    }
  }

  /** The application's cost of a load, its export included. */
  Round measureRound(Scenario scenario, int requests) {
    ProcessFigures process = application.figures();
    long bytes = allocations.bytes();
    ProcessorTime before = process.processorTime();
    Load.Outcome outcome = new Load(scenario, requests).run(application.port());
    Pause.millis(DRAIN_MILLIS);
    ProcessorTime after = process.processorTime();
    Round round =
        new Round(
            after.microsSince(before) / requests,
            after.requestMicrosSince(before) / requests,
            (allocations.bytes() - bytes) / (double) requests,
            outcome.p50Millis(),
            outcome.p99Millis());
    figures.add(scenario, round);
    return round;
  }

  void saturate(Scenario scenario, int requests) {
    long spans = receiver.sent().spanCount();
    ProcessorTime before = application.figures().processorTime();
    Load.Outcome outcome = new Load(scenario, requests).run(application.port());
    Pause.millis(DRAIN_MILLIS);
    double cpuMicros = application.figures().processorTime().microsSince(before) / requests;
    long arrived = receiver.settled().spanCount() - spans;
    figures.saturated(
        scenario,
        new Saturation(outcome.requestsPerSecond(), cpuMicros, arrived / (double) requests));
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
