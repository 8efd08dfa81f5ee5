package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.TraceTree;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays the shop's story and compares spans and log lines with it. Not thread-safe. */
final class Story {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final List<Chapter> chapters;
  private final List<Told> told = new ArrayList<>();

  /** A chapter that was played. */
  private record Told(Chapter chapter, ShopDriver.Exchange exchange) {}

  private Story(List<Chapter> chapters) {
    this.chapters = chapters;
  }

  static Story read(Path samples, Database database) {
    try {
      List<String> lines = Files.readAllLines(samples.resolve("shop/story.md"));
      return new Story(new StoryReader(Map.of("db", database.systemName())).read(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The chapter of that title. */
  Chapter chapter(String title) {
    return chapters.stream()
        .filter(chapter -> chapter.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no chapter " + title));
  }

  /** Sends every request, and waits until as many spans have arrived as it takes. */
  void play(ShopDriver driver, OtlpReceiver receiver) {
    for (Chapter chapter : chapters) {
      if (chapter.request() != null) {
        told.add(new Told(chapter, driver.send(chapter.request())));
      }
    }
    int wanted = chapters.stream().mapToInt(Chapter::spanCount).sum();
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (receiver.spans().size() < wanted && System.nanoTime() < deadline) {
      Pause.briefly();
    }
  }

  /** Prints what arrived, chapter by chapter, and answers with every difference, one a line. */
  List<String> review(Received received, PrintStream out) {
    List<String> differences = new ArrayList<>();
    reviewUnasked(received, out, differences);
    for (Told one : told) {
      List<String> found = review(one, received.ofTrace(one.exchange().traceId()), out);
      found.forEach(line -> differences.add(one.chapter().title() + ": " + line));
    }
    return differences;
  }

  /** The trace that the chapter of that title left. */
  String traceOf(String title) {
    return told.stream()
        .filter(one -> one.chapter().title().equals(title))
        .map(one -> one.exchange().traceId())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not played: " + title));
  }

  private static List<String> review(Told one, Received received, PrintStream out) {
    ShopDriver.Exchange exchange = one.exchange();
    out.println("\n## " + one.chapter().title());
    out.println(exchange.request() + " -> " + exchange.status());
    out.println(TraceTree.render(received));
    List<String> differences = new ArrayList<>();
    if (exchange.status() != exchange.request().status()) {
      differences.add("answered " + exchange.status() + ": " + exchange.body());
    }
    differences.addAll(
        Comparison.differences(
            one.chapter().spans(), received, exchange.parentSpanId(), exchange.order()));
    return differences;
  }

  private void reviewUnasked(Received received, PrintStream out, List<String> differences) {
    Set<String> asked = new HashSet<>();
    told.forEach(one -> asked.add(one.exchange().traceId()));
    Received rest =
        new Received(
            received.spans().stream().filter(span -> !asked.contains(span.traceId())).toList(),
            received.metrics(),
            received.logs().stream().filter(log -> !asked.contains(log.traceId())).toList());
    List<ExpectedSpan> wanted =
        chapters.stream()
            .filter(chapter -> chapter.request() == null)
            .flatMap(chapter -> chapter.spans().stream())
            .toList();
    out.println("\n## Without being asked");
    out.println(TraceTree.render(rest));
    Comparison.differences(wanted, rest, "", "")
        .forEach(line -> differences.add("Without being asked: " + line));
  }
}
