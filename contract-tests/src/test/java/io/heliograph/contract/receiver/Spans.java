package io.heliograph.contract.receiver;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.HexFormat;

/** Well-formed spans and requests, to be spoiled by tests. */
final class Spans {

  static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  private Spans() {}

  static Span.Builder span(int number, int parent, String name) {
    return Span.newBuilder()
        .setTraceId(bytes(TRACE_ID))
        .setSpanId(bytes(spanId(number)))
        .setParentSpanId(parent == 0 ? ByteString.EMPTY : bytes(spanId(parent)))
        .setName(name)
        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
        .setStartTimeUnixNano(1_700_000_000_000_000_000L + number)
        .setEndTimeUnixNano(1_700_000_000_012_300_000L + number);
  }

  static String spanId(int number) {
    return String.format("%016x", number);
  }

  static ExportTraceServiceRequest request(Span.Builder... spans) {
    ScopeSpans.Builder group =
        ScopeSpans.newBuilder()
            .setSchemaUrl("https://opentelemetry.io/schemas/1.40.0")
            .setScope(
                InstrumentationScope.newBuilder()
                    .setName("scope")
                    .setVersion("1")
                    .addAttributes(attribute("scope.key", "scope value")));
    Arrays.stream(spans).forEach(group::addSpans);
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().setResource(shop()).addScopeSpans(group))
        .build();
  }

  static Resource shop() {
    return Resource.newBuilder().addAttributes(attribute("service.name", "shop")).build();
  }

  static KeyValue attribute(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }
}
