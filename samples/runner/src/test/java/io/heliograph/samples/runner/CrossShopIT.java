package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedExemplar;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A delivery passes orders, stock and catalogue, each on a framework of its own: one trace. */
class CrossShopIT {

  private static final Cast CAST = Cast.of("spring-boot,quarkus,micronaut");

  /** What the first service tells the others. */
  private static final String BAGGAGE = "order.id";

  @Test
  void isOneTraceInAllSignals() {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Database database = Database.h2();
        Shop shop = new Shop(Samples.folder(), CAST)) {
      shop.start(
          database,
          new ApplicationYml(receiver.httpEndpoint(), "http/protobuf")
              .with("baggage.span-attributes", BAGGAGE)
              .with("logback.mdc.baggage", BAGGAGE),
          List.of("shop.stock.refresh=1h"));
      Story story = Story.read(Samples.folder(), database);
      ShopDriver driver = new ShopDriver(shop);
      driver.send(story.chapter("An order through all services").request());

      Chapter delivery = story.chapter("A delivery, from one service to the next");
      ShopDriver.Exchange exchange = driver.send(delivery.request());
      shop.close();

      assertThat(exchange.status()).isEqualTo(delivery.request().status());
      Received trace = receiver.received().ofTrace(exchange.traceId());
      assertThat(
              Comparison.differences(
                  delivery.spans(), trace, exchange.parentSpanId(), exchange.order()))
          .isEmpty();
      for (Part part : Part.values()) {
        assertIsInAllSignals(part.serviceName(), exchange.traceId(), trace);
      }
      assertKnowsTheOrder(Part.STOCK.serviceName(), trace, exchange.order());
      assertKnowsTheOrder(Part.CATALOGUE.serviceName(), trace, exchange.order());
      assertThat(receiver.violations()).isEmpty();
    }
  }

  /** One file was for all of them above; here is what each has in its package. */
  @Test
  void isConfiguredByTheSameTreeInEachFramework() {
    assertThat(Arrays.stream(Framework.values()).map(CrossShopIT::tree).distinct()).hasSize(1);
  }

  private static String tree(Framework framework) {
    try (Stream<String> lines =
        Files.lines(
            Samples.folder().resolve(framework.id() + "/src/main/resources/application.yml"))) {
      return lines
          .dropWhile(line -> !line.equals("heliograph:"))
          .takeWhile(line -> !line.isBlank())
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertIsInAllSignals(String service, String traceId, Received trace) {
    assertThat(spans(service, trace)).isNotEmpty();
    assertThat(logs(service, trace)).isNotEmpty();
    assertThat(trace.metrics())
        .filteredOn(metric -> metric.serviceName().equals(service))
        .flatMap(metric -> metric.exemplars().map(ReceivedExemplar::traceId).toList())
        .contains(traceId);
  }

  /** By the baggage that the first service set. */
  private static void assertKnowsTheOrder(String service, Received trace, String order) {
    assertThat(spans(service, trace))
        .allSatisfy(span -> assertThat(span.attributes()).containsEntry(BAGGAGE, order));
    assertThat(logs(service, trace))
        .allSatisfy(log -> assertThat(log.attributes()).containsEntry("baggage." + BAGGAGE, order));
  }

  private static List<ReceivedSpan> spans(String service, Received trace) {
    return trace.spans().stream().filter(span -> span.serviceName().equals(service)).toList();
  }

  private static List<ReceivedLogRecord> logs(String service, Received trace) {
    return trace.logs().stream().filter(log -> log.serviceName().equals(service)).toList();
  }
}
