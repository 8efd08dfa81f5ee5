package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.internal.context.Suppression;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbClientInstrumentationTest {

  private static final DbTarget SHOP = new DbTarget("postgresql", "shop", "db.example", 6432);

  private final RecordingEngine engine = new RecordingEngine();
  private final DbClientInstrumentation client = client(DbClientOptions.defaults());

  @Test
  void recordsWhatTheConventionsRequireAndRecommend() {
    client.start(SHOP, "SELECT * FROM orders WHERE id = 42", false).end(null, null);

    SpanData span = engine.span();
    assertThat(span.getName()).isEqualTo("SELECT orders");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("db.system.name", "postgresql")
                .put("db.namespace", "shop")
                .put("db.query.summary", "SELECT orders")
                .put("db.query.text", "SELECT * FROM orders WHERE id = ?")
                .put("server.address", "db.example")
                .put("server.port", 6432L)
                .build()
                .asMap());
  }

  @Test
  void leavesParameterizedTextAlone() {
    String sql = "SELECT *\nFROM orders WHERE id = ? AND kind = 'x'";
    client.start(SHOP, sql, true).end(null, null);

    assertThat(attribute("db.query.text")).isEqualTo(sql);
  }

  @Test
  void sanitizesParameterizedTextIfTold() {
    client(new DbClientOptions(true, true))
        .start(SHOP, "SELECT a FROM orders WHERE id = ? AND kind = 'x'", true)
        .end(null, null);

    assertThat(attribute("db.query.text"))
        .isEqualTo("SELECT a FROM orders WHERE id = ? AND kind = ?");
  }

  @Test
  void sanitizesPreparedTextThatHasNoParameters() {
    client.start(SHOP, "SELECT a FROM orders WHERE kind = 'x'", true).end(null, null);

    assertThat(attribute("db.query.text")).isEqualTo("SELECT a FROM orders WHERE kind = ?");
  }

  @Test
  void recordsNoTextIfTold() {
    client(new DbClientOptions(false, false))
        .start(SHOP, "SELECT a FROM orders", false)
        .end(null, null);

    assertThat(attribute("db.query.text")).isNull();
    assertThat(attribute("db.query.summary")).isEqualTo("SELECT orders");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "shop, db, 6432, shop",
        "-, db, 6432, db:6432",
        "-, db, -1, db",
        "-, -, -1, postgresql"
      })
  void fallsBackToTheTargetForAName(String namespace, String address, int port, String expected) {
    client
        .start(new DbTarget("postgresql", namespace, address, port), "???", false)
        .end(null, null);

    assertThat(engine.span().getName()).isEqualTo(expected);
    assertThat(attribute("db.query.summary")).isNull();
  }

  @Test
  void recordsABatchOfParameterSets() {
    client.start(SHOP, "INSERT INTO orders VALUES (?)", true, 3).end(null, null);

    assertThat(engine.span().getName()).isEqualTo("BATCH INSERT orders");
    assertThat(attribute("db.query.summary")).isEqualTo("BATCH INSERT orders");
    assertThat(attribute("db.operation.name")).isEqualTo("BATCH");
    assertThat(batchSize()).isEqualTo(3);
  }

  @Test
  void takesABatchOfOneForNoBatch() {
    client.start(SHOP, "INSERT INTO orders VALUES (?)", true, 1).end(null, null);
    client.startBatch(SHOP, List.of("INSERT INTO orders VALUES (1)")).end(null, null);

    assertThat(engine.spans())
        .hasSize(2)
        .allSatisfy(
            span -> {
              assertThat(span.getName()).isEqualTo("INSERT orders");
              assertThat(span.getAttributes().get(AttributeKey.longKey("db.operation.batch.size")))
                  .isNull();
            });
  }

  @Test
  void recordsAnEmptyBatch() {
    client.startBatch(SHOP, List.of()).end(null, null);

    assertThat(engine.span().getName()).isEqualTo("BATCH");
    assertThat(batchSize()).isZero();
  }

  @Test
  void recordsABatchOfAlikeStatementsOnce() {
    client
        .startBatch(SHOP, List.of("DELETE FROM t WHERE a = 1", "DELETE FROM t WHERE a = 2"))
        .end(null, null);

    assertThat(engine.span().getName()).isEqualTo("BATCH DELETE t");
    assertThat(attribute("db.query.text")).isEqualTo("DELETE FROM t WHERE a = ?");
    assertThat(batchSize()).isEqualTo(2);
  }

  @Test
  void recordsABatchOfDifferentStatements() {
    client.startBatch(SHOP, List.of("DELETE FROM t", "DELETE FROM u")).end(null, null);

    assertThat(engine.span().getName()).isEqualTo("BATCH");
    assertThat(attribute("db.query.text")).isEqualTo("DELETE FROM t; DELETE FROM u");
  }

  @Test
  void boundsTheTextOfAHugeBatch() {
    List<String> statements =
        IntStream.range(0, 50_000).mapToObj(i -> "DELETE FROM t" + i).toList();
    client.startBatch(SHOP, statements).end(null, null);

    assertThat(attribute("db.query.text")).hasSizeBetween(15 * 1024, 16 * 1024);
    assertThat(batchSize()).isEqualTo(50_000);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "postgresql, 23505, 0, 23505",
        "postgresql, -, 7, 7",
        "h2database, 23505, 23505, 23505",
        "mysql, 23000, 1062, 1062",
        "mysql, 08S01, 0, 08S01",
        "oracle.db, 23000, 1, ORA-00001",
        "microsoft.sql_server, S0001, 2627, 2627",
      })
  void recordsTheMostSpecificCode(String system, String state, int code, String expected) {
    client
        .start(new DbTarget(system, null, null, -1), "SELECT 1", false)
        .end(null, new SQLException("Key (email)=(s3cret) exists", state, code));

    SpanData span = engine.span();
    assertThat(attribute("db.response.status_code")).isEqualTo(expected);
    assertThat(attribute("error.type")).isEqualTo(expected);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.toString()).doesNotContain("s3cret");
  }

  @Test
  void recordsTheSameCodeWhereverItRuns() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      recordsTheMostSpecificCode("oracle.db", "23000", 1, "ORA-00001");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void tellsApartWhoRunsTheSameText() {
    String sql = "SELECT * FROM orders WHERE id = ? AND kind = 'x'";
    DbTarget archive = new DbTarget("postgresql", "archive", "db.example", 6432);
    DbTarget elsewhere = new DbTarget("postgresql", "shop", "db.elsewhere", 6432);
    for (int round = 0; round < 2; round++) { // The second time they are known.
      client.start(SHOP, sql, true).end(null, null);
      client.start(archive, sql, true).end(null, null);
      client.start(elsewhere, sql, true).end(null, null);
      client.start(SHOP, sql, false).end(null, null);
      client.start(SHOP, sql, true, 2).end(null, null);
    }
    List<String> told =
        List.of(
            "shop db.example " + sql,
            "archive db.example " + sql,
            "shop db.elsewhere " + sql,
            "shop db.example SELECT * FROM orders WHERE id = ? AND kind = ?",
            "shop db.example " + sql);
    assertThat(engine.spans())
        .extracting(
            span ->
                String.join(
                    " ",
                    text(span, "db.namespace"),
                    text(span, "server.address"),
                    text(span, "db.query.text")))
        .containsExactlyElementsOf(Stream.concat(told.stream(), told.stream()).toList());
    assertThat(engine.spans().get(4).getName()).isEqualTo("BATCH SELECT orders");
  }

  @Test
  void aStatementThatFailedMaySucceedTheNextTime() {
    client.start(SHOP, "SELECT 1", true).end(null, new SQLException("no", "42P01"));
    client.start(SHOP, "SELECT 1", true).end(null, null);

    assertThat(engine.spans())
        .extracting(span -> text(span, "error.type"))
        .containsExactly("42P01", null);
  }

  @Test
  void readsStatementsThatAreTooLongToBeRemembered() {
    String sql = "SELECT * FROM orders WHERE note = '" + "x".repeat(3000) + "' AND id = ?";
    client.start(SHOP, sql, true).end(null, null);
    client.start(SHOP, sql, true).end(null, null);

    assertThat(engine.spans())
        .hasSize(2)
        .allSatisfy(span -> assertThat(text(span, "db.query.text")).isEqualTo(sql));
  }

  @Test
  void namesAnErrorThatHasNoCode() {
    client.start(SHOP, "SELECT 1", false).end(null, new IOException());

    assertThat(attribute("error.type")).isEqualTo("java.io.IOException");
    assertThat(attribute("db.response.status_code")).isNull();
  }

  @Test
  void doesNothingUnderSuppression() {
    try (Scope ignored = Suppression.suppress(Context.root()).makeCurrent()) {
      client.start(SHOP, "SELECT 1", false).end(null, null);
      client.startBatch(SHOP, List.of()).end(null, null);
    }

    assertThat(engine.spans()).isEmpty();
  }

  private String attribute(String key) {
    return engine.span().getAttributes().get(AttributeKey.stringKey(key));
  }

  private static @Nullable String text(SpanData span, String key) {
    return span.getAttributes().get(AttributeKey.stringKey(key));
  }

  private Long batchSize() {
    return engine.span().getAttributes().get(AttributeKey.longKey("db.operation.batch.size"));
  }

  private DbClientInstrumentation client(DbClientOptions options) {
    return new DbClientInstrumentation(engine.openTelemetry(), options, "test");
  }
}
