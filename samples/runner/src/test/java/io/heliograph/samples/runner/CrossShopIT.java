package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedSpan;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A delivery passes orders, stock and catalogue, each on a framework of its own: one trace. */
class CrossShopIT {

  private static final String BAGGAGE = "order.id";

  @ParameterizedTest
  @ValueSource(strings = {"spring-boot,quarkus,spring-boot", "quarkus,spring-boot,quarkus"})
  void isOneTraceInAllSignals(String cast) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Database database = Database.h2();
        Shop shop = new Shop(Samples.folder(), Cast.of(cast))) {
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
        assertIsInAllSignals(part.serviceName(), trace);
      }
      assertKnowsTheOrder(Part.STOCK.serviceName(), trace, exchange.order());
      assertKnowsTheOrder(Part.CATALOGUE.serviceName(), trace, exchange.order());
      assertThat(receiver.violations()).isEmpty();
    }
  }

  private static void assertIsInAllSignals(String service, Received trace) {
    assertThat(spans(service, trace)).isNotEmpty();
    assertThat(logs(service, trace)).isNotEmpty();
    assertThat(trace.metrics())
        .filteredOn(metric -> metric.serviceName().equals(service))
        .anySatisfy(metric -> assertThat(metric.exemplars()).isNotEmpty());
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
