package io.heliograph.internal.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.export.SpanEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mapping of the specification, on the bytes that are sent. */
class ZipkinEncoderTest {

  @Test
  @Compliance({
    "Exporters > Zipkin > Zipkin V2 JSON",
    "Exporters > Zipkin > Service name mapping",
    "Exporters > Zipkin > SpanKind mapping",
    "Exporters > Zipkin > InstrumentationScope mapping",
    "Exporters > Zipkin > InstrumentationLibrary mapping",
    "Exporters > Zipkin > Boolean attributes",
    "Exporters > Zipkin > Array attributes",
    "Exporters > Zipkin > Status mapping",
    "Exporters > Zipkin > Error Status mapping",
    "Exporters > Zipkin > Event attributes mapping to Annotations",
    "Exporters > Zipkin > Integer microseconds in timestamps"
  })
  void mapsEverything() {
    Attributes attributes =
        Attributes.builder()
            .put("flag", true)
            .put("list", "a", "b\"")
            .put("numbers", 1L, 2L)
            .put("server.address", "db.test")
            .put("error", "from a user")
            .build();
    List<SpanEvent> events =
        List.of(
            new SpanEvent("plain", 1_700_000_000_000_001_999L, Attributes.empty(), 0),
            new SpanEvent(
                "rich", 1_700_000_000_000_002_000L, Attributes.builder().put("n", 7).build(), 0));
    ReadableSpan span = span(SpanKind.CLIENT, attributes, events, StatusCode.ERROR, "timeout");
    assertThat(json(span))
        .isEqualTo(
            """
            [{"traceId":"0af7651916cd43dd8448eb211c80319c","parentId":"00f067aa0ba902b7",\
            "id":"b7ad6b7169203331","kind":"CLIENT","name":"call",\
            "timestamp":1700000000000000,"duration":1500,\
            "localEndpoint":{"serviceName":"shop"},"remoteEndpoint":{"serviceName":"db.test"},\
            "annotations":[{"timestamp":1700000000000001,"value":"plain"},\
            {"timestamp":1700000000000002,"value":"\\"rich\\":{\\"n\\":7}"}],\
            "tags":{"flag":"true","list":"[\\"a\\",\\"b\\\\\\"\\"]","numbers":"[1,2]",\
            "server.address":"db.test","otel.status_code":"ERROR","error":"timeout",\
            "otel.scope.name":"scope","otel.library.name":"scope",\
            "otel.scope.version":"1.2","otel.library.version":"1.2",\
            "otel.dropped_attributes_count":"4","otel.dropped_events_count":"5"}}]""");
  }

  @ParameterizedTest
  @CsvSource({
    "INTERNAL, false, false",
    "SERVER, true, false",
    "CONSUMER, true, false",
    "CLIENT, true, true",
    "PRODUCER, true, true"
  })
  void kindAndOtherSideByKind(SpanKind kind, boolean hasKind, boolean hasRemote) {
    Attributes attributes = Attributes.builder().put("peer.service", "stock").build();
    String json = json(span(kind, attributes, List.of(), StatusCode.UNSET, ""));
    assertThat(json.contains("\"kind\":\"" + kind + "\"")).isEqualTo(hasKind);
    assertThat(json.contains("remoteEndpoint")).isEqualTo(hasRemote);
    assertThat(json).doesNotContain("otel.status_code").doesNotContain("\"error\"");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, ipv4", "2001:db8::1, ipv6"})
  void anAddressWithoutANameIsAnAddress(String address, String field) {
    Attributes attributes =
        Attributes.builder()
            .put("network.peer.address", address)
            .put("network.peer.port", 5432)
            .build();
    assertThat(json(span(SpanKind.CLIENT, attributes, List.of(), StatusCode.OK, "")))
        .contains("\"remoteEndpoint\":{\"%s\":\"%s\",\"port\":5432}".formatted(field, address))
        .contains("\"otel.status_code\":\"OK\"");
  }

  @Test
  void aServiceWithoutANameAndARequestOverTheLimit() {
    ReadableSpan nameless =
        new TestSpan(
            SpanContext.getInvalid(),
            SpanContext.getInvalid(),
            "x",
            SpanKind.INTERNAL,
            5,
            5,
            Attributes.empty(),
            List.of(),
            List.of(),
            StatusCode.UNSET,
            "",
            0,
            0,
            0,
            InstrumentationScope.of("s"),
            Resource.empty());
    assertThat(json(nameless)).contains("unknown_service:java").contains("\"duration\":1,");
    assertThat(new ZipkinEncoder(50).encode(List.of(nameless))).isFalse();
  }

  private static String json(ReadableSpan span) {
    ZipkinEncoder encoder = new ZipkinEncoder(10_000);
    assertThat(encoder.encode(List.of(span))).isTrue();
    return new String(encoder.array(), 0, encoder.length(), UTF_8);
  }

  private static ReadableSpan span(
      SpanKind kind,
      Attributes attributes,
      List<SpanEvent> events,
      StatusCode code,
      String description) {
    return new TestSpan(
        context(TestSpan.SPAN_ID),
        context("00f067aa0ba902b7"),
        "call",
        kind,
        1_700_000_000_000_000_000L,
        1_700_000_000_001_500_000L,
        attributes,
        events,
        List.of(),
        code,
        description,
        4,
        5,
        0,
        new InstrumentationScope("scope", "1.2", null, Attributes.empty()),
        Resource.of(Attributes.of(AttributeKey.stringKey("service.name"), "shop")));
  }

  private static SpanContext context(String spanId) {
    return SpanContext.create(
        TestSpan.TRACE_ID, spanId, TraceFlags.getSampled(), TraceState.getDefault());
  }
}
