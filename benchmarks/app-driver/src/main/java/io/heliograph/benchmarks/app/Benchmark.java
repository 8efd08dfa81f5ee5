package io.heliograph.benchmarks.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The whole measurement: first starts, then load, with all applications up and warm. All of them
 * start at the same time, and are under load in short turns: what a processor does besides, and how
 * fast it is, is then the same for all. How long a start takes is measured alone, and in the end
 * each bears what it can alone.
 */
final class Benchmark {

  /** Memory the same for all, so that what differs is theirs. */
  private static final List<String> MEMORY =
      List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:-UsePerfData");

  /** The second compiler's work at a start is chance, and larger than what is measured. */
  private static final List<String> START = List.of("-XX:TieredStopAtLevel=1");

  /** Compilers that come and go would take their processor time with them. */
  private static final String STEADY_COMPILERS = "-XX:-UseDynamicNumberOfCompilerThreads";

  private final ExecutorService threads = Executors.newCachedThreadPool();
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
      for (int fork = 1; fork <= options.effort().forks(); fork++) {
        out.println("fork " + fork + " of " + options.effort().forks());
        measureLoad(figures, delivery);
      }
    }
    return List.copyOf(figures.values());
  }

  private void measureStarts(Map<Variant, Figures> figures, Delivery delivery) {
    for (int run = 1; run <= options.effort().starts(); run++) {
      out.println("start " + run + " of " + options.effort().starts());
      List<Figures> all = List.copyOf(figures.values());
      List<Long> millis = all.stream().map(of -> startAlone(of.variant(), delivery)).toList();
      List<Long> cpuMicros = startTogether(all, delivery);
      for (int i = 0; i < all.size(); i++) {
        Start start = new Start(cpuMicros.get(i), millis.get(i));
        all.get(i).add(start);
        out.println("  " + all.get(i).variant().title() + ": " + start);
      }
    }
  }

  private long startAlone(Variant variant, Delivery delivery) {
    try (Receiver receiver = new Receiver();
        Application application = launch(variant, START, receiver, delivery)) {
      return application.awaitFirstResponse();
    }
  }

  /** Answers with the processor time of each. */
  private List<Long> startTogether(List<Figures> all, Delivery delivery) {
    try (Receiver receiver = new Receiver()) {
      List<Application> applications = new ArrayList<>();
      try {
        all.forEach(of -> applications.add(launch(of.variant(), START, receiver, delivery)));
        return atOnce(applications, Benchmark::cpuMicrosOfStart);
      } finally {
        applications.forEach(Application::close);
      }
    }
  }

  private static long cpuMicrosOfStart(Application application) {
    application.awaitFirstResponse();
    return application.figures().cpuMicros();
  }

  private void measureLoad(Map<Variant, Figures> figures, Delivery delivery) {
    List<Subject> subjects = new ArrayList<>();
    List<Receiver> receivers = new ArrayList<>();
    try {
      for (Figures of : figures.values()) {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        subjects.add(subject(of, receiver, delivery));
      }
      out.println("warming up");
      for (Scenario scenario : Scenario.values()) {
        Turns.warmUp(subjects, scenario, options.effort().warmUpRequests());
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
    Application application = launch(figures.variant(), loadOptions(figures), receiver, delivery);
    application.awaitFirstResponse();
    return new Subject(application, receiver, figures);
  }

  private List<String> loadOptions(Figures figures) {
    Recordings recordings = options.recordings();
    return recordings == null
        ? List.of(STEADY_COMPILERS)
        : List.of(STEADY_COMPILERS, recordings.jvmOption(figures.variant()));
  }

  private Application launch(
      Variant variant, List<String> jvmOptions, Receiver receiver, Delivery delivery) {
    List<String> jvm = new ArrayList<>(MEMORY);
    jvm.addAll(Processors.OF_APPLICATIONS.jvmOptions());
    jvm.addAll(jvmOptions);
    List<String> properties = new ArrayList<>(variant.settings(receiver.endpoint(), options));
    properties.add("shop.delivery-url=" + delivery.url());
    return Application.start(variant, shops, jvm, properties);
  }

  private void measureRounds(List<Subject> subjects, Scenario scenario) {
    List<Sent> before = subjects.stream().map(subject -> subject.receiver().settled()).toList();
    int rounds = options.effort().rounds();
    int requests = scenario.share(options.effort().requests());
    for (int round = 1; round <= rounds; round++) {
      out.println(scenario.title() + ", round " + round + " of " + rounds);
      List<Round> measured = Turns.measure(subjects, scenario, requests);
      for (int i = 0; i < subjects.size(); i++) {
        Figures figures = subjects.get(i).figures();
        figures.add(scenario, measured.get(i));
        out.println("  " + figures.variant().title() + ": " + measured.get(i));
      }
    }
    for (int i = 0; i < subjects.size(); i++) {
      Sent sent = subjects.get(i).receiver().settled().since(before.get(i));
      subjects.get(i).figures().sent(scenario, sent, (long) rounds * requests);
    }
  }

  private <S, T> List<T> atOnce(List<S> subjects, Function<S, T> work) {
    List<CompletableFuture<T>> results =
        subjects.stream()
            .map(subject -> CompletableFuture.supplyAsync(() -> work.apply(subject), threads))
            .toList();
    return results.stream().map(CompletableFuture::join).toList();
  }

  private void saturate(Subject subject) {
    out.println("saturating: " + subject.figures().variant().title());
    for (Scenario scenario : Scenario.values()) {
      subject.saturate(scenario, scenario.share(2 * options.effort().requests()));
    }
  }
}
