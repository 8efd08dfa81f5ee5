package io.heliograph.benchmarks.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiverTest {

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void countsSpansByNameWithTheirAttributes() throws Exception {
    send("traces", spans(span("GET", 2), span("GET", 5), span("SELECT", 0)), false);

    assertThat(receiver.sent().spans())
        .isEqualTo(Map.of("GET", new Tally(2, 7), "SELECT", new Tally(1, 0)));
    assertThat(receiver.sent().allSpans()).isEqualTo(new Tally(3, 7));
  }

  @Test
  void opensCompressedRequests() throws Exception {
    send("traces", spans(span("GET", 1)), true);

    assertThat(receiver.sent().spanCount()).isEqualTo(1);
  }

  @Test
  void countsLogRecordsWithTheirAttributes() throws Exception {
    var request = ExportLogsServiceRequest.newBuilder();
    request
        .addResourceLogsBuilder()
        .addScopeLogsBuilder()
        .addLogRecords(LogRecord.getDefaultInstance())
        .addLogRecords(LogRecord.newBuilder().addAttributes(KeyValue.getDefaultInstance()));
    send("logs", request.build().toByteArray(), false);

    assertThat(receiver.sent().logRecords()).isEqualTo(new Tally(2, 1));
  }

  @Test
  void countsASeriesOnceAndItsPointsEachTime() throws Exception {
    send("metrics", gauge("heap", "nonheap"), false);
    send("metrics", gauge("heap"), false);

    assertThat(receiver.sent().points()).isEqualTo(3);
    assertThat(receiver.sent().series()).isEqualTo(Map.of("jvm.memory.used", 2));
  }

  @Test
  void tellsWhatCameSince() throws Exception {
    send("traces", spans(span("GET", 1), span("SELECT", 1)), false);
    Sent before = receiver.sent();
    send("traces", spans(span("GET", 3)), false);

    assertThat(receiver.sent().since(before).spans()).isEqualTo(Map.of("GET", new Tally(1, 3)));
  }

  private static Span span(String name, int attributes) {
    Span.Builder span = Span.newBuilder().setName(name);
    for (int i = 0; i < attributes; i++) {
      span.addAttributes(KeyValue.newBuilder().setKey("key" + i));
    }
    return span.build();
  }

  private static byte[] spans(Span... spans) {
    var request = ExportTraceServiceRequest.newBuilder();
    request.addResourceSpansBuilder().addScopeSpansBuilder().addAllSpans(List.of(spans));
    return request.build().toByteArray();
  }

  private static byte[] gauge(String... memoryTypes) {
    Metric.Builder metric = Metric.newBuilder().setName("jvm.memory.used");
    for (String type : memoryTypes) {
      AnyValue value = AnyValue.newBuilder().setStringValue(type).build();
      KeyValue attribute = KeyValue.newBuilder().setKey("jvm.memory.type").setValue(value).build();
      metric.getGaugeBuilder().addDataPoints(NumberDataPoint.newBuilder().addAttributes(attribute));
    }
    var request = ExportMetricsServiceRequest.newBuilder();
    request.addResourceMetricsBuilder().addScopeMetricsBuilder().addMetrics(metric);
    return request.build().toByteArray();
  }

  private void send(String signal, byte[] body, boolean gzip) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(receiver.endpoint() + "/v1/" + signal));
    if (gzip) {
      request.header("Content-Encoding", "gzip");
    }
    request.POST(BodyPublishers.ofByteArray(gzip ? compressed(body) : body));
    int status =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
    assertThat(status).isEqualTo(200);
  }

  private static byte[] compressed(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
