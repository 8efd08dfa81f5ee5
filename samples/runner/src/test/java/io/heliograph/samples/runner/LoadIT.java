package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedSpan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under load nothing is lost, nothing doubled, and all of it is where it belongs. */
class LoadIT {

  private static final int REQUESTS = 10_000;
  private static final int CONNECTIONS = 16;
  private static final Duration SETTLE_DEADLINE = Duration.ofSeconds(60);

  /** The requests pass orders and catalogue. */
  @ParameterizedTest
  @ValueSource(strings = {"spring-boot", "micronaut,micronaut,quarkus"})
  void accountsForEverything(String frameworks) throws Exception {
    Cast cast = Cast.of(frameworks);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Database database = Database.h2();
        Shop shop = new Shop(Samples.folder(), cast)) {
      shop.start(
          database,
          new ApplicationYml(receiver.httpEndpoint(), "http/protobuf")
              .with("metric.export.interval", "1s"),
          List.of("shop.stock.refresh=1h"));
      Story story = Story.read(Samples.folder(), database);
      ShopDriver.Exchange order =
          new ShopDriver(shop).send(story.chapter("An order through all services").request());

      send(URI.create(shop.url(Part.ORDERS)).resolve(order.location()));

      int spans = delivered(shop, "traces");
      int logs = delivered(shop, "logs");
      assertThat(receiver.spans().size()).isEqualTo(spans);
      assertThat(receiver.logs().size()).isEqualTo(logs);
      shop.close();
      Received received = receiver.received();
      assertThat(receiver.violations()).isEmpty();
      assertThat(Correlation.faults(received, cast::startLines)).isEmpty();
      assertTraces(story.chapter("The order, looked up"), order, received);
    }
  }

  private static void send(URI uri) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(
            connections.submit(
                () -> {
                  for (int sent = 0; sent < REQUESTS / CONNECTIONS; sent++) {
                    assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      connections.shutdownNow();
    }
  }

  /** What all services together have delivered of a signal, once nothing waits any more. */
  private static int delivered(Shop shop, String signal) {
    long deadline = System.nanoTime() + SETTLE_DEADLINE.toNanos();
    List<Ledger> ledgers = Ledger.of(shop, signal);
    while (!ledgers.stream().allMatch(Ledger::isSettled) && System.nanoTime() < deadline) {
      Pause.briefly();
      ledgers = Ledger.of(shop, signal);
    }
    assertThat(ledgers)
        .allSatisfy(
            ledger -> {
              assertThat(ledger.isSettled()).isTrue();
              assertThat(ledger.dropped()).isZero();
            });
    return (int) ledgers.stream().mapToLong(Ledger::offered).sum();
  }

  private static void assertTraces(Chapter chapter, ShopDriver.Exchange order, Received received) {
    Map<String, List<ReceivedSpan>> traces =
        received.spans().stream()
            .filter(span -> !span.traceId().equals(order.traceId()))
            .collect(Collectors.groupingBy(ReceivedSpan::traceId));
    Map<String, List<ReceivedLogRecord>> logs =
        received.logs().stream().collect(Collectors.groupingBy(ReceivedLogRecord::traceId));
    traces.values().removeIf(LoadIT::isWithoutRequest);
    assertThat(traces).hasSize(REQUESTS);
    assertThat(traces)
        .allSatisfy(
            (id, spans) ->
                assertThat(
                        Comparison.differences(
                            chapter.spans(),
                            new Received(spans, List.of(), logs.getOrDefault(id, List.of())),
                            "",
                            order.order()))
                    .isEmpty());
  }

  /** The SQL of the start and the scheduled refresh. */
  private static boolean isWithoutRequest(List<ReceivedSpan> trace) {
    return trace.size() <= 2
        && trace.stream().noneMatch(span -> span.attributes().containsKey("http.route"));
  }
}
