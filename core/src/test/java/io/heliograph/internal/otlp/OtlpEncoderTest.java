package io.heliograph.internal.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.heliograph.Compliance;
import io.heliograph.export.ReadableSpan;
import io.heliograph.internal.attributes.AttributeValues;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is encoded is what OpenTelemetry's own classes read. */
class OtlpEncoderTest {

  private static final int LIMIT = 64 * 1024 * 1024;
  private static final Pattern HEX_ID =
      Pattern.compile("\"(traceId|spanId|parentSpanId)\":\"([0-9a-f]+)\"");

  private final Encoder<ReadableSpan> protobuf = OtlpEncoder.spans(LIMIT);
  private final Encoder<ReadableSpan> json = OtlpEncoder.jsonSpans(LIMIT);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  @Compliance("Exporters > OTLP > SchemaURL in ResourceSpans and ScopeSpans")
  void everyFieldOfRandomSpansIsReadBack(long seed) throws Exception {
    RandomSpans random = new RandomSpans(seed);
    for (int size : new int[] {1, 7, 60}) {
      List<ReadableSpan> batch = random.batch(size);
      assertThat(protobuf(batch)).isEqualTo(Oracle.request(batch));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void jsonSaysTheSameAsProtobuf(long seed) throws Exception {
    List<ReadableSpan> batch = new RandomSpans(seed).batch(30);
    assertThat(json(batch)).isEqualTo(Oracle.request(batch));
  }

  @Test
  void bytesAreTheSameAsGeneratedClassesWrite() {
    List<ReadableSpan> batch = new RandomSpans(7).batch(40);
    protobuf.encode(batch);
    assertThat(protobuf.length()).isEqualTo(Oracle.request(batch).getSerializedSize());
  }

  @Test
  void structuredValuesKeepTheirShape() throws Exception {
    Value<?> value =
        Value.of(
            KeyValue.of("bytes", Value.of(new byte[] {0, -1, 7})),
            KeyValue.of("list", Value.of(Value.of("a"), Value.of(2), Value.of(true))),
            KeyValue.of("empty", Value.of(List.of())),
            KeyValue.of("inner", Value.of(KeyValue.of("x", Value.of(1.5)))));
    List<ReadableSpan> batch = List.of(withValue(value));

    AnyValue read = attribute(protobuf(batch));

    assertThat(read.getKvlistValue().getValuesList())
        .extracting(pair -> pair.getKey() + "=" + pair.getValue().getValueCase())
        .containsExactly(
            "bytes=BYTES_VALUE", "list=ARRAY_VALUE", "empty=ARRAY_VALUE", "inner=KVLIST_VALUE");
    assertThat(read.getKvlistValue().getValues(0).getValue().getBytesValue().toByteArray())
        .containsExactly(0, -1, 7);
    assertThat(read.getKvlistValue().getValues(1).getValue().getArrayValue().getValues(1))
        .isEqualTo(AnyValue.newBuilder().setIntValue(2).build());
    assertThat(attribute(json(batch))).isEqualTo(read);
  }

  @Test
  void valuesNestedWithoutEndAreCutWhereEveryReceiverStillReadsThem() throws Exception {
    Value<?> nested = Value.of("core");
    for (int i = 0; i < 20_000; i++) {
      nested = Value.of(List.of(nested));
    }
    protobuf.encode(List.of(withValue(nested)));
    CodedInputStream input = CodedInputStream.newInstance(protobuf.array(), 0, protobuf.length());
    AnyValue value = attribute(ExportTraceServiceRequest.parseFrom(input));
    int depth = 0;
    while (value.hasArrayValue()) {
      depth++;
      value = value.getArrayValue().getValues(0);
    }
    assertThat(depth).isEqualTo(AttributeValues.MAX_DEPTH);
    assertThat(value).isEqualTo(AnyValue.getDefaultInstance());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "\uDC00", "a\uD83Db", "\uDE00\uD83D", "é\uD800"})
  void unpairedSurrogatesBecomeTheReplacementCharacter(String text) throws Exception {
    List<ReadableSpan> batch =
        List.of(TestSpan.of(text, Attributes.builder().put(text, text).build()));
    String expected = text.replaceAll("[\\uD800-\\uDFFF]", "\uFFFD");
    for (ExportTraceServiceRequest read : List.of(protobuf(batch), json(batch))) {
      assertThat(read.getResourceSpans(0).getScopeSpans(0).getSpans(0).getName())
          .isEqualTo(expected);
      assertThat(attribute(read).getStringValue()).isEqualTo(expected);
    }
  }

  @Test
  void doublesThatJsonHasNoNumberForAreStrings() {
    Attributes attributes =
        Attributes.builder()
            .put("nan", Double.NaN)
            .put("inf", Double.POSITIVE_INFINITY)
            .put("neg", Double.NEGATIVE_INFINITY)
            .build();
    assertThat(jsonText(List.of(TestSpan.of("x", attributes))))
        .contains("\"doubleValue\":\"NaN\"")
        .contains("\"doubleValue\":\"Infinity\"")
        .contains("\"doubleValue\":\"-Infinity\"");
  }

  @Test
  void jsonHasHexIdsStringTimesAndNumericEnums() {
    assertThat(jsonText(List.of(TestSpan.of("x\n"))))
        .isEqualTo(
            """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name",\
            "value":{"stringValue":"shop"}}]},"scopeSpans":[{"scope":{"name":"test"},"spans":[{\
            "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","flags":257,\
            "name":"x\\u000a","kind":1,"startTimeUnixNano":"1700000000000000000",\
            "endTimeUnixNano":"1700000000001500000"}]}]}]}""");
  }

  @Test
  void aRequestOverTheLimitIsToldAndTheEncoderGoesOn() throws Exception {
    Encoder<ReadableSpan> small = OtlpEncoder.spans(1000);
    ReadableSpan big = TestSpan.of("b".repeat(2000));
    ReadableSpan little = TestSpan.of("s");

    assertThat(small.encode(List.of(big))).isFalse();
    assertThat(small.encode(List.of(little))).isTrue();
    assertThat(small.length()).isEqualTo(Oracle.request(List.of(little)).getSerializedSize());
    assertThat(small.array().length).isLessThanOrEqualTo(1000);
  }

  @Test
  void madeUpKeysDoNotDisturbEachOther() throws Exception {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 2000; i++) {
        String key = "key." + i;
        Attributes one = Attributes.of(AttributeKey.stringKey(key), "v");
        ExportTraceServiceRequest read = protobuf(List.of(TestSpan.of("x", one)));
        assertThat(read.getResourceSpans(0).getScopeSpans(0).getSpans(0).getAttributes(0).getKey())
            .isEqualTo(key);
      }
    }
  }

  private static ReadableSpan withValue(Value<?> value) {
    return TestSpan.of("x", new SingleValue(value));
  }

  private static AnyValue attribute(ExportTraceServiceRequest request) {
    return request.getResourceSpans(0).getScopeSpans(0).getSpans(0).getAttributes(0).getValue();
  }

  private ExportTraceServiceRequest protobuf(List<ReadableSpan> batch)
      throws InvalidProtocolBufferException {
    assertThat(protobuf.encode(batch)).isTrue();
    return ExportTraceServiceRequest.parseFrom(
        ByteBuffer.wrap(protobuf.array(), 0, protobuf.length()));
  }

  /** Protobuf's own JSON reader knows everything but OTLP's hex ids. */
  private ExportTraceServiceRequest json(List<ReadableSpan> batch) throws Exception {
    String text = HEX_ID.matcher(jsonText(batch)).replaceAll(OtlpEncoderTest::base64Id);
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    JsonFormat.parser().merge(text, request);
    return request.build();
  }

  private static String base64Id(java.util.regex.MatchResult match) {
    byte[] id = HexFormat.of().parseHex(match.group(2));
    String base64 = Base64.getEncoder().encodeToString(id);
    return Matcher.quoteReplacement("\"" + match.group(1) + "\":\"" + base64 + "\"");
  }

  private String jsonText(List<ReadableSpan> batch) {
    assertThat(json.encode(batch)).isTrue();
    return new String(Arrays.copyOf(json.array(), json.length()), UTF_8);
  }
}
