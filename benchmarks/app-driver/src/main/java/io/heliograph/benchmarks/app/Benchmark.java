package io.heliograph.benchmarks.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole measurement: first starts, one application at a time, in turns; then load, with all
 * applications up and warm, one of them busy at a time, in turns.
 */
final class Benchmark {

  /** Memory the same for all, so that what differs is theirs. */
  private static final List<String> MEMORY =
      List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:-UsePerfData");

  /** The second compiler's work at a start is chance, and larger than what is measured. */
  private static final List<String> START = List.of("-XX:TieredStopAtLevel=1");

  /** Compilers that come and go would take their processor time with them. */
  private static final String STEADY_COMPILERS = "-XX:-UseDynamicNumberOfCompilerThreads";

  private final Options options;
  private final Path shops;
  private final PrintStream out;

  Benchmark(Options options, Path shops, PrintStream out) {
    this.options = options;
    this.shops = shops;
    this.out = out;
  }

  List<Figures> run() {
    Map<Variant, Figures> figures = new TreeMap<>();
    for (Variant variant : options.variants()) {
      Jars jars = Jars.of(variant.jar(shops), variant.agents(shops));
      figures.put(variant, new Figures(variant, jars));
    }
    try (Delivery delivery = new Delivery()) {
      measureStarts(figures, delivery);
      measureLoad(figures, delivery);
    }
    return List.copyOf(figures.values());
  }

  private void measureStarts(Map<Variant, Figures> figures, Delivery delivery) {
    for (int run = 1; run <= options.effort().starts(); run++) {
      out.println("start " + run + " of " + options.effort().starts());
      for (Figures of : figures.values()) {
        Start start = start(of.variant(), delivery);
        of.add(start);
        out.println("  " + of.variant().title() + ": " + start);
      }
    }
  }

  private Start start(Variant variant, Delivery delivery) {
    try (Receiver receiver = new Receiver();
        Application application = launch(variant, START, receiver, delivery)) {
      long millis = application.awaitFirstResponse();
      return new Start(application.figures().cpuMicros(), millis);
    }
  }

  private void measureLoad(Map<Variant, Figures> figures, Delivery delivery) {
    List<Subject> subjects = new ArrayList<>();
    List<Receiver> receivers = new ArrayList<>();
    try {
      for (Figures of : figures.values()) {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        Subject subject = subject(of, receiver, delivery);
        subjects.add(subject);
        subject.warmUp(options.effort().warmUpRequests());
      }
      for (Scenario scenario : Scenario.values()) {
        measureRounds(subjects, scenario);
      }
      subjects.forEach(Subject::measureMemory);
      subjects.forEach(this::saturate);
    } finally {
      subjects.forEach(Subject::close);
      receivers.forEach(Receiver::close);
    }
  }

  private Subject subject(Figures figures, Receiver receiver, Delivery delivery) {
    out.println("warming up: " + figures.variant().title());
    Application application = launch(figures.variant(), loadOptions(figures), receiver, delivery);
    application.awaitFirstResponse();
    return new Subject(application, receiver, figures);
  }

  private List<String> loadOptions(Figures figures) {
    Path recordings = options.recordings();
    if (recordings == null) {
      return List.of(STEADY_COMPILERS);
    }
    Path file = recordings.resolve(figures.variant().id() + ".jfr").toAbsolutePath();
    return List.of(
        STEADY_COMPILERS, "-XX:StartFlightRecording=settings=profile,delay=30s,filename=" + file);
  }

  private Application launch(
      Variant variant, List<String> jvmOptions, Receiver receiver, Delivery delivery) {
    List<String> jvm = new ArrayList<>(MEMORY);
    jvm.addAll(jvmOptions);
    List<String> properties =
        new ArrayList<>(variant.settings(receiver.endpoint(), options.compression()));
    properties.add("shop.delivery-url=" + delivery.url());
    return Application.start(variant, shops, jvm, properties);
  }

  private void measureRounds(List<Subject> subjects, Scenario scenario) {
    List<Sent> before = subjects.stream().map(subject -> subject.receiver().settled()).toList();
    int rounds = options.effort().rounds();
    int requests = options.effort().requests();
    for (int round = 1; round <= rounds; round++) {
      out.println(scenario.title() + ", round " + round + " of " + rounds);
      for (Subject subject : subjects) {
        Round measured = subject.measureRound(scenario, requests);
        out.println("  " + subject.figures().variant().title() + ": " + measured);
      }
    }
    for (int i = 0; i < subjects.size(); i++) {
      Sent sent = subjects.get(i).receiver().settled().since(before.get(i));
      subjects.get(i).figures().sent(scenario, sent, (long) rounds * requests);
    }
  }

  private void saturate(Subject subject) {
    out.println("saturating: " + subject.figures().variant().title());
    for (Scenario scenario : Scenario.values()) {
      subject.saturate(scenario, 2 * options.effort().requests());
    }
  }
}
