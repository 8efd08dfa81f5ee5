package io.heliograph.instrumentation;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.MetricData;
import io.heliograph.export.NumberPoint;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionPoolInstrumentationTest {

  private static final String POOL = "db.client.connection.pool.name";
  private static final Attributes ORDERS = Attributes.of(stringKey(POOL), "orders");

  private final MeasuredEngine engine = new MeasuredEngine(new FakeClock());
  private final ConnectionPoolInstrumentation pools =
      new ConnectionPoolInstrumentation(engine, "test");

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void observesAPoolUntilItIsClosed() {
    FakePool pool = new FakePool("orders");
    try (ConnectionPoolEvents observation = pools.observe(pool)) {
      assertThat(observation).isNotNull();
      pool.used = 3;
      assertThat(engine.numbers("db.client.connection.count"))
          .extracting(NumberPoint::attributes, NumberPoint::longValue)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple(state("idle"), 2L),
              org.assertj.core.groups.Tuple.tuple(state("used"), 3L));
      assertThat(value("db.client.connection.max")).isEqualTo(10);
      assertThat(value("db.client.connection.idle.min")).isEqualTo(1);
      assertThat(value("db.client.connection.pending_requests")).isEqualTo(4);
      assertThat(engine.metric("db.client.connection.count").unit()).isEqualTo("{connection}");
      assertThat(engine.metric("db.client.connection.pending_requests").unit())
          .isEqualTo("{request}");
      assertThat(engine.metric("db.client.connection.count").monotonic()).isFalse();
    }
    assertThat(engine.metrics()).isEmpty();
  }

  @Test
  void leavesOutWhatAPoolCannotTell() {
    try (ConnectionPoolEvents observation = pools.observe(new FakePool("orders"))) {
      assertThat(observation).isNotNull();
      assertThat(engine.metrics())
          .extracting(MetricData::name)
          .doesNotContain("db.client.connection.idle.max")
          .contains("db.client.connection.max");
    }
  }

  @Test
  void keepsPoolsApart() {
    try (ConnectionPoolEvents orders = pools.observe(new FakePool("orders"));
        ConnectionPoolEvents stock = pools.observe(new FakePool("stock"))) {
      assertThat(orders).isNotSameAs(stock);
      assertThat(engine.numbers("db.client.connection.max"))
          .extracting(point -> point.attributes().get(stringKey(POOL)))
          .containsExactlyInAnyOrder("orders", "stock");
    }
  }

  @Test
  void measuresWhatHappensInTheSpanItHappensIn() {
    ConnectionPoolEvents events = pools.observe(new FakePool("orders"));
    Span span = engine.getTracer("test").spanBuilder("request").startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      events.created(2_000_000_000);
      events.lent(5_000_000);
      events.returned(70_000_000);
      events.timedOut();
    }

    HistogramPoint waited = engine.only("db.client.connection.wait_time");
    assertThat(waited.sum()).isEqualTo(0.005);
    assertThat(waited.attributes()).isEqualTo(ORDERS);
    assertThat(waited.exemplars().get(0).spanContext()).isEqualTo(span.getSpanContext());
    assertThat(engine.only("db.client.connection.create_time").sum()).isEqualTo(2);
    assertThat(engine.only("db.client.connection.use_time").sum()).isEqualTo(0.07);
    assertThat(value("db.client.connection.timeouts")).isEqualTo(1);
    assertThat(engine.metric("db.client.connection.timeouts").monotonic()).isTrue();
  }

  private long value(String name) {
    List<NumberPoint> points = engine.numbers(name);
    assertThat(points).hasSize(1);
    assertThat(points.get(0).attributes()).isEqualTo(ORDERS);
    return points.get(0).longValue();
  }

  private static Attributes state(String state) {
    return ORDERS.toBuilder().put("db.client.connection.state", state).build();
  }

  private static final class FakePool implements ConnectionPool {

    private final String name;
    int used;

    FakePool(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int idle() {
      return 2;
    }

    @Override
    public int used() {
      return used;
    }

    @Override
    public int max() {
      return 10;
    }

    @Override
    public int pendingRequests() {
      return 4;
    }

    @Override
    public int idleMin() {
      return 1;
    }
  }
}
