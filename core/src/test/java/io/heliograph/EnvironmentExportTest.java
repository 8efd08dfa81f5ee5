package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.heliograph.HttpReceiver.Request;
import io.heliograph.config.Signal;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.export.DropReason;
import io.heliograph.export.ExportResult;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variables of batching and exporting do, seen by a receiver. */
class EnvironmentExportTest {

  private static final String NEVER = "3600000";

  /** Long for a test, and less than every default that a variable shortens here. */
  private static final Duration BELOW_DEFAULTS = Duration.ofSeconds(8);

  private HttpReceiver receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = new HttpReceiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  @Compliance("Environment Variables > OTEL_BSP_*")
  void batchesAreAsLargeAsTheVariableSays() {
    List<Integer> sizes = new CopyOnWriteArrayList<>();
    try (Program program =
        Program.exportingTo(
            (batch, done) -> {
              sizes.add(batch.size());
              done.accept(ExportResult.delivered(batch.size()));
            },
            "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
            "2",
            "OTEL_BSP_SCHEDULE_DELAY",
            NEVER)) {
      work(program, 5);
      assertThat(program.heliograph.flush(Program.FOREVER)).isTrue();
    }
    assertThat(sizes).containsExactly(2, 2, 1);
  }

  @Test
  @Compliance("Environment Variables > OTEL_BSP_*")
  void theQueueIsAsLongAsTheVariableSays() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    try (Program program =
        Program.exportingTo(
            (batch, done) -> underWay.countDown(),
            "OTEL_BSP_MAX_QUEUE_SIZE",
            "3",
            "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
            "3",
            "HELIOGRAPH_EXPORTER_OTLP_CONCURRENCY",
            "1",
            "HELIOGRAPH_SHUTDOWN_TIMEOUT",
            "1ms")) {
      work(program, 3);
      underWay.await();
      work(program, 10);
      assertThat(only(program).dropped()).isEqualTo(Map.of(DropReason.QUEUE_FULL, 7L));
    }
  }

  /** Were both delays the default, five rounds of one would outlast the other. */
  @Test
  @Compliance("Environment Variables > OTEL_BSP_*")
  void aSpanWaitsForItsBatchAsLongAsTheVariableSays() {
    try (Program patient = Program.start("OTEL_BSP_SCHEDULE_DELAY", NEVER);
        Program hasty = Program.start("OTEL_BSP_SCHEDULE_DELAY", "1")) {
      patient.work("s");
      for (int round = 1; round <= 5; round++) {
        hasty.work("s");
        awaitItems(hasty, round);
      }
      assertThat(patient.exporter.items()).isEmpty();
    }
  }

  private static void awaitItems(Program program, int count) {
    long deadline = System.nanoTime() + Program.FOREVER.toNanos();
    while (program.exporter.items().size() < count) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_BSP_*")
  void anExportIsGivenUpAfterTheTimeoutOfTheVariable() {
    try (Program program =
        Program.exportingTo((batch, done) -> {}, "OTEL_BSP_EXPORT_TIMEOUT", "20")) {
      program.work("s");
      assertThat(program.heliograph.flush(BELOW_DEFAULTS)).isFalse();
      assertThat(only(program).dropped()).isEqualTo(Map.of(DropReason.EXPORTER_FAILED, 1L));
    }
  }

  @Test
  @Compliance("Environment Variables > OTEL_EXPORTER_OTLP_*")
  void theGeneralVariablesReachTheReceiver() throws Exception {
    Request request =
        requestOf(
            "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url() + "/base",
            "OTEL_EXPORTER_OTLP_HEADERS", "api-key=a%20b,tenant=7",
            "OTEL_EXPORTER_OTLP_COMPRESSION", "none");
    assertThat(request.path()).isEqualTo("/base/v1/traces");
    assertThat(request.header("Api-Key")).isEqualTo("a b");
    assertThat(request.header("Tenant")).isEqualTo("7");
    assertThat(request.header("Content-Encoding")).isNull();
    assertThat(request.header("Content-Type")).isEqualTo("application/x-protobuf");
    assertThat(request.spanNames()).containsExactly("s");
  }

  @Test
  @Compliance("Environment Variables > OTEL_EXPORTER_OTLP_*")
  void theVariablesOfTracesWin() throws Exception {
    Request request =
        requestOf(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1",
            "OTEL_EXPORTER_OTLP_HEADERS", "from=general",
            "OTEL_EXPORTER_OTLP_COMPRESSION", "none",
            "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.url() + "/custom",
            "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "from=traces",
            "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "gzip",
            "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/json");
    assertThat(request.path()).isEqualTo("/custom");
    assertThat(request.header("From")).isEqualTo("traces");
    assertThat(request.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    ExportTraceServiceRequest.Builder message = ExportTraceServiceRequest.newBuilder();
    JsonFormat.parser().merge(text(request), message);
    assertThat(message.getResourceSpans(0).getScopeSpans(0).getSpans(0).getName()).isEqualTo("s");
  }

  @Test
  @Compliance("Environment Variables > OTEL_EXPORTER_OTLP_*")
  void insecureGrpcReachesAnEndpointWithoutScheme() {
    try (OtlpReceiver grpc = OtlpReceiver.start();
        Program program =
            Program.alone(
                "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
                "OTEL_EXPORTER_OTLP_INSECURE", "true",
                "OTEL_EXPORTER_OTLP_ENDPOINT", grpc.grpcEndpoint().replace("http://", ""))) {
      program.work("s");
      assertThat(program.heliograph.flush(Program.FOREVER)).isTrue();
      assertThat(grpc.spans()).extracting(ReceivedSpan::name).containsExactly("s");
    }
  }

  @ParameterizedTest
  @Compliance({
    "Environment Variables > OTEL_EXPORTER_OTLP_*",
    "Environment Variables > OTEL_EXPORTER_ZIPKIN_*"
  })
  @CsvSource({
    "otlp, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_EXPORTER_OTLP_TIMEOUT",
    "otlp, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_TIMEOUT",
    "zipkin, OTEL_EXPORTER_ZIPKIN_ENDPOINT, OTEL_EXPORTER_ZIPKIN_TIMEOUT"
  })
  void aRequestIsGivenUpAndRepeatedAfterTheTimeoutOfTheVariable(
      String exporter, String endpoint, String timeout) throws Exception {
    receiver.silentOnce();
    try (Program program =
        Program.alone(
            "OTEL_TRACES_EXPORTER",
            exporter,
            endpoint,
            receiver.url(),
            timeout,
            "100",
            "HELIOGRAPH_EXPORTER_OTLP_RETRY_INITIAL_BACKOFF",
            "1ms")) {
      program.work("s");
      assertThat(program.heliograph.flush(BELOW_DEFAULTS)).isTrue();
      assertThat(receiver.take().content()).isEqualTo(receiver.take().content());
    }
  }

  @Test
  @Compliance({
    "Environment Variables > OTEL_EXPORTER_ZIPKIN_*",
    "Environment Variables > OTEL_TRACES_EXPORTER"
  })
  void zipkinGetsItsOwnFormatAtItsOwnEndpoint() throws Exception {
    Request request =
        requestOf(
            "OTEL_TRACES_EXPORTER", "zipkin",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1",
            "OTEL_EXPORTER_ZIPKIN_ENDPOINT", receiver.url() + "/api/v2/spans");
    assertThat(request.path()).isEqualTo("/api/v2/spans");
    assertThat(text(request)).startsWith("[{").contains("\"name\":\"s\"", "\"localEndpoint\"");
  }

  @Test
  @Compliance("Environment Variables > OTEL_TRACES_EXPORTER")
  void noneExportsNowhere() {
    try (Program program =
        Program.alone(
            "OTEL_TRACES_EXPORTER", "none", "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url())) {
      program.work("s");
      assertThat(program.heliograph.destinations())
          .extracting(DestinationStatus::signal)
          .doesNotContain(Signal.TRACES);
    }
    assertThat(receiver.pending()).isZero();
  }

  private Request requestOf(String... variables) throws Exception {
    try (Program program = Program.alone(variables)) {
      program.work("s");
      assertThat(program.heliograph.flush(Program.FOREVER)).isTrue();
      return receiver.take();
    }
  }

  private static void work(Program program, int spans) {
    for (int i = 0; i < spans; i++) {
      program.work("s");
    }
  }

  private static DestinationStatus only(Program program) {
    assertThat(program.heliograph.destinations()).hasSize(1);
    return program.heliograph.destinations().get(0);
  }

  private static String text(Request request) {
    return new String(request.content(), StandardCharsets.UTF_8);
  }
}
