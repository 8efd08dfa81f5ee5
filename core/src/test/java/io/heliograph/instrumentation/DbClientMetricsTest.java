package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import io.heliograph.export.Exemplar;
import io.heliograph.export.HistogramPoint;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DbClientMetricsTest {

  private static final String DURATION = "db.client.operation.duration";
  private static final DbTarget SHOP = new DbTarget("postgresql", "shop", "db.example", 6432);
  private static final String QUERY = "SELECT * FROM orders WHERE id = 42";

  private final FakeClock clock = new FakeClock();
  private final MeasuredEngine engine = new MeasuredEngine(clock);
  private final DbClientInstrumentation client =
      new DbClientInstrumentation(engine, DbClientOptions.defaults(), "test");

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void measuresTheSpansOwnTimeByTheConventions() {
    Operation<Void> operation = client.start(SHOP, QUERY, false);
    clock.advance(Duration.ofMillis(3));
    operation.end(null, null);

    HistogramPoint point = engine.only(DURATION);
    assertThat(point.attributes())
        .isEqualTo(
            Attributes.builder()
                .put("db.system.name", "postgresql")
                .put("db.namespace", "shop")
                .put("db.query.summary", "SELECT orders")
                .put("server.address", "db.example")
                .put("server.port", 6432)
                .build());
    assertThat(point.sum()).isEqualTo(0.003);
    assertThat(MeasuredEngine.boundaries(point))
        .containsExactly(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);
    assertThat(engine.metric(DURATION).unit()).isEqualTo("s");
    assertThat(point.exemplars())
        .extracting(Exemplar::spanContext)
        .containsExactly(Span.fromContext(operation.context()).getSpanContext());
  }

  @Test
  void makesOneSeriesOfAStatementWithManyValues() {
    for (int i = 0; i < 100; i++) {
      client.start(SHOP, "SELECT * FROM orders WHERE id = " + i, false).end(null, null);
    }
    assertThat(engine.only(DURATION).count()).isEqualTo(100);
  }

  @Test
  void tellsFailuresApart() {
    client.start(SHOP, QUERY, false).end(null, new SQLException("no", "42P01"));
    client.start(SHOP, QUERY, false).end(null, new SQLException("no", "23505"));
    client.start(SHOP, QUERY, false).end(null, new IllegalStateException("no"));

    assertThat(engine.histogram(DURATION))
        .extracting(
            point -> point.attributes().get(SemanticAttributes.DB_RESPONSE_STATUS_CODE),
            point -> point.attributes().get(SemanticAttributes.ERROR_TYPE))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("42P01", "42P01"),
            org.assertj.core.groups.Tuple.tuple("23505", "23505"),
            org.assertj.core.groups.Tuple.tuple(null, "java.lang.IllegalStateException"));
  }

  @Test
  void namesABatchAndLeavesItsSizeToTheSpan() {
    client.start(SHOP, "INSERT INTO orders VALUES (?)", true, 20).end(null, null);
    client.startBatch(SHOP, List.of("DELETE FROM a", "DELETE FROM b")).end(null, null);

    assertThat(engine.histogram(DURATION))
        .extracting(point -> point.attributes().get(SemanticAttributes.DB_OPERATION_NAME))
        .containsExactly("BATCH", "BATCH");
    assertThat(engine.histogram(DURATION))
        .allSatisfy(
            point ->
                assertThat(point.attributes().get(SemanticAttributes.DB_OPERATION_BATCH_SIZE))
                    .isNull());
  }
}
