package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Spans.attribute;
import static io.heliograph.contract.receiver.Spans.request;
import static io.heliograph.contract.receiver.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictnessTest {

  private static final byte[] WELL_FORMED = request(span(1, 0, "GET")).toByteArray();

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refusesOverHttp(String violation, ExportTraceServiceRequest request) throws Exception {
    assertThat(Sender.sendProtobuf(receiver, request).statusCode()).isEqualTo(400);

    assertThat(receiver.violations()).singleElement().asString().contains(violation);
    assertThat(receiver.spans()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refusesOverGrpc(String violation, ExportTraceServiceRequest request) {
    assertThatThrownBy(() -> Sender.sendGrpc(receiver, Signal.TRACES, request.toByteArray()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageStartingWith("INVALID_ARGUMENT");

    assertThat(receiver.violations()).singleElement().asString().contains(violation);
  }

  static Stream<Arguments> malformed() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();
    ByteString zero = ByteString.copyFrom(new byte[16]);
    return Stream.of(
        with("trace_id has 3 bytes", s -> s.setTraceId(Spans.bytes("010203"))),
        with("trace_id is all zero", s -> s.setTraceId(zero)),
        with("span_id has 0 bytes", Span.Builder::clearSpanId),
        with("span_id is all zero", s -> s.setSpanId(zero.substring(8))),
        with("parent_span_id has 1 bytes", s -> s.setParentSpanId(Spans.bytes("01"))),
        with("is its own parent", s -> s.setParentSpanId(s.getSpanId())),
        with("link trace_id has 0 bytes", s -> s.addLinks(Span.Link.newBuilder())),
        with("has no name", Span.Builder::clearName),
        with("has no start time", Span.Builder::clearStartTimeUnixNano),
        with("ends before it starts", s -> s.setEndTimeUnixNano(s.getStartTimeUnixNano() - 1)),
        with("unknown protobuf fields [99]", s -> s.setUnknownFields(unknown)),
        with(
            "events.attributes.value has unknown protobuf fields [99]",
            s ->
                s.addEventsBuilder()
                    .addAttributesBuilder()
                    .setKey("k")
                    .getValueBuilder()
                    .setUnknownFields(unknown)),
        with(
            "attributes has the duplicate key \"k\"",
            s -> s.addAttributes(attribute("k", "1")).addAttributes(attribute("k", "2"))),
        with("duplicate key \"n\"", s -> s.addAttributes(nestedDuplicate())),
        with("empty key", s -> s.addAttributes(attribute("", "1"))),
        Arguments.of("twice in the request", request(span(1, 0, "a"), span(1, 0, "b"))),
        Arguments.of("the resource has no service.name", withoutService()));
  }

  @Test
  void refusesASpanThatWasSentBefore() throws Exception {
    Sender.send(Sender.post(receiver, WELL_FORMED));
    assertThat(receiver.violations()).isEmpty();

    Sender.send(Sender.post(receiver, WELL_FORMED));

    assertThat(receiver.violations()).singleElement().asString().contains("was sent twice");
  }

  @Test
  void refusesAnUnknownContentType() throws Exception {
    refuses(
        "Content-Type must be",
        Sender.post(receiver, WELL_FORMED).setHeader("Content-Type", "text/plain"));
  }

  @Test
  void refusesAUserAgentWithoutVersion() throws Exception {
    refuses(
        "User-Agent must be product/version but is heliograph",
        Sender.post(receiver, WELL_FORMED).setHeader("User-Agent", "heliograph"));
  }

  @Test
  void refusesAnUnknownPath() throws Exception {
    HttpRequest request = Sender.post(receiver, WELL_FORMED).build();
    refuses(
        "no OTLP path",
        HttpRequest.newBuilder(request, (name, value) -> true)
            .uri(request.uri().resolve("/v1/trace")));
  }

  @Test
  void refusesAnyMethodButPost() throws Exception {
    refuses("method must be POST", Sender.post(receiver, WELL_FORMED).GET());
  }

  @Test
  void refusesAnUnknownEncoding() throws Exception {
    refuses(
        "unknown Content-Encoding br",
        Sender.post(receiver, WELL_FORMED).header("Content-Encoding", "br"));
  }

  @Test
  void refusesGzipThatIsNone() throws Exception {
    refuses("not gzip", Sender.post(receiver, WELL_FORMED).header("Content-Encoding", "gzip"));
  }

  @Test
  void refusesBytesThatAreNoMessage() throws Exception {
    refuses("not a protobuf message", Sender.post(receiver, new byte[] {1, 2, 3}));
  }

  private void refuses(String violation, HttpRequest.Builder request) throws Exception {
    assertThat(Sender.send(request).statusCode()).isEqualTo(400);
    assertThat(receiver.violations()).singleElement().asString().contains(violation);
  }

  private static Arguments with(String violation, Consumer<Span.Builder> spoiler) {
    Span.Builder span = span(1, 0, "GET");
    spoiler.accept(span);
    return Arguments.of(violation, request(span));
  }

  private static KeyValue nestedDuplicate() {
    KeyValueList list =
        KeyValueList.newBuilder()
            .addValues(attribute("n", "1"))
            .addValues(attribute("n", "2"))
            .build();
    return KeyValue.newBuilder()
        .setKey("map")
        .setValue(AnyValue.newBuilder().setKvlistValue(list))
        .build();
  }

  private static ExportTraceServiceRequest withoutService() {
    ExportTraceServiceRequest.Builder request = request(span(1, 0, "GET")).toBuilder();
    request.getResourceSpansBuilder(0).clearResource();
    return request.build();
  }
}
