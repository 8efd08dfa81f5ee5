package io.heliograph.samples.runner;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceiverConsole;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receiver, a database and the shop, from start to stop. Thread-safe: closed at any moment. */
final class Run implements AutoCloseable {

  private static final String SPOTLIGHT = "An order through all services";

  private final Options options;
  private final Path samples;
  private final PrintStream out;
  private final OtlpReceiver receiver = OtlpReceiver.start();
  private final ReceiverConsole console;
  private final Shop shop;
  private @Nullable Database database;
  private boolean closed;

  Run(Options options, Path samples, PrintStream out) {
    this.options = options;
    this.samples = samples;
    this.out = out;
    this.console = new ReceiverConsole(receiver, out);
    this.shop = new Shop(samples, options.cast());
  }

  /** Plays the story, prints what arrived, and answers with what was different, one a line. */
  List<String> playStory() {
    // Once at the start, and never again while the story is played.
    Database used =
        start(settings().with("metric.export.interval", "2s"), List.of("shop.stock.refresh=1h"));
    Story story = Story.read(samples, used);
    story.play(new ShopDriver(shop), receiver);
    shop.close();
    Received received = receiver.received();
    List<String> differences = new ArrayList<>(story.review(received, out));
    differences.addAll(Correlation.faults(received, options.cast()::startLines));
    receiver.takeViolations().forEach(line -> differences.add("violation of OTLP: " + line));
    out.println("\n## " + SPOTLIGHT + ", in three signals");
    out.println(Spotlight.text(received, story.traceOf(SPOTLIGHT)));
    out.println("\n" + received.summary());
    return differences;
  }

  /** Prints traces as they arrive, until {@link #close()}. */
  void stayUp() {
    start(settings(), List.of());
    out.println(invitation());
    while (printUnlessClosed()) {
      Pause.briefly();
    }
  }

  private synchronized boolean printUnlessClosed() {
    if (!closed) {
      console.print();
    }
    return !closed;
  }

  private Database start(ApplicationYml settings, List<String> properties) {
    Database opened = openDatabase();
    out.println("Starting the shop on " + options.cast() + ", " + opened.systemName());
    shop.start(opened, settings, properties);
    return opened;
  }

  private synchronized Database openDatabase() {
    if (closed) {
      throw new IllegalStateException("stopped before it had started");
    }
    Database opened = options.postgres() ? Database.postgres() : Database.h2();
    database = opened;
    return opened;
  }

  private ApplicationYml settings() {
    String protocol = options.protocol();
    return new ApplicationYml(
        protocol.equals("grpc") ? receiver.grpcEndpoint() : receiver.httpEndpoint(), protocol);
  }

  private String invitation() {
    String orders = shop.url(Part.ORDERS) + "/orders";
    String post = "  curl -i " + orders + " -H 'Content-Type: application/json' -d ";
    return String.join(
        "\n",
        "The shop is open; stop it with Ctrl-C. Try",
        "  curl " + shop.url(Part.CATALOGUE) + "/products",
        post + "'{\"productId\": \"telescope\", \"quantity\": 2}'",
        post + "'{\"productId\": \"sextant\", \"quantity\": 1}'   # breaks the stock service",
        "  curl " + shop.url(Part.ORDERS) + "/ledger   # what became of its spans",
        "");
  }

  /** Stops everything that was started; in --once mode after it has been reviewed. */
  @Override
  public void close() {
    shop.close();
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (!options.once()) {
        console.close();
      }
      if (database != null) {
        database.close();
      }
      receiver.close();
    }
  }
}
