package io.heliograph.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.Contract;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlClientTest {

  @TestHTTPResource URI uri;

  private final OtlpReceiver receiver = Contract.receiver();
  private EmbeddedPostgres database;

  @BeforeAll
  void startDatabase() throws IOException {
    database = EmbeddedPostgres.start();
  }

  @AfterAll
  void stopDatabase() throws IOException {
    database.close();
  }

  @BeforeEach
  void forgetEarlierSpans() throws IOException {
    get("/contract/items/sql");
    receiver.awaitSpan(span -> "/contract/items/sql".equals(span.attribute("url.path")));
    receiver.reset();
  }

  @Test
  void describesAQuery() throws IOException {
    ReceivedSpan span = run("simple", "ok");

    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes())
        .containsEntry("db.system.name", "postgresql")
        .containsEntry("db.namespace", "postgres")
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", (long) database.getPort())
        .containsEntry("db.query.text", "SELECT ? AS one WHERE ? <> ?")
        .containsEntry("db.query.summary", "SELECT");
  }

  @Test
  void leavesAPreparedQueryAlone() throws IOException {
    assertThat(run("prepared", "ok").attribute("db.query.text")).isEqualTo("SELECT $1::int");
  }

  @Test
  void describesABatch() throws IOException {
    ReceivedSpan span = run("batch", "ok");

    assertThat(span.name()).isEqualTo("BATCH SELECT");
    assertThat(span.attribute("db.operation.batch.size")).isEqualTo(3L);
  }

  @Test
  void recordsAFailure() throws IOException {
    ReceivedSpan span = run("error", "42P01");

    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attributes())
        .containsEntry("error.type", "42P01")
        .containsEntry("db.response.status_code", "42P01");
  }

  @Test
  void hangsOnTheMethodThatHasTheConnection() throws IOException {
    assertThat(get("/sql-client/connection?port=" + database.getPort())).isEqualTo("ok");

    ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 3);
    ReceivedSpan method = trace.onlyChild(trace.root());
    assertThat(method.name()).isEqualTo("contract.connection");
    assertThat(trace.onlyChild(method).name()).isEqualTo("SELECT");
  }

  /**
   * If the pool has a connection, on the method that asks; if it opens one first, the method is
   * over by then.
   */
  @ParameterizedTest
  @ValueSource(strings = {"new-pool", "pool"})
  void aQueryOfAPoolHangsOnTheMethodOrOnItsRequest(String pool) throws IOException {
    assertThat(get("/sql-client/" + pool + "?port=" + database.getPort())).isEqualTo("ok");

    ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 3);
    ReceivedSpan method = only(trace, "contract.pool");
    assertThat(method.parentSpanId()).isEqualTo(trace.root().spanId());
    assertThat(only(trace, "SELECT").parentSpanId()).isIn(method.spanId(), trace.root().spanId());
  }

  private static ReceivedSpan only(ReceivedTrace trace, String name) {
    List<ReceivedSpan> found =
        trace.spans().stream().filter(span -> span.name().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private ReceivedSpan run(String query, String answer) throws IOException {
    assertThat(get("/sql-client/" + query + "?port=" + database.getPort())).isEqualTo(answer);
    ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 2);
    return trace.onlyChild(trace.root());
  }

  private String get(String path) throws IOException {
    try (InputStream answer = uri.resolve(path).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
