package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.Headers.SPAN_ID;
import static io.heliograph.internal.propagation.Headers.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCensusPropagatorTest {

  private static final String IDS = "0000" + TRACE_ID + "01" + SPAN_ID;

  private final OpenCensusPropagator propagator = new OpenCensusPropagator();

  @ParameterizedTest
  @Compliance("Context Propagation > OpenCensus Binary Propagator")
  @CsvSource({"'',false", "0200,false", "0201,true", "0203,true", "0201ffff,true", "07,false"})
  void readsTheBinaryForm(String options, boolean sampled) {
    SpanContext parent = headers(IDS + options).parent(propagator);

    assertThat(parent.getTraceId()).isEqualTo(TRACE_ID);
    assertThat(parent.getSpanId()).isEqualTo(SPAN_ID);
    assertThat(parent.isSampled()).isEqualTo(sampled);
    assertThat(parent.isRemote()).isTrue();
  }

  @Test
  void readsBase64WithAndWithoutPadding() {
    String padded = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(IDS + "0201"));

    assertThat(padded).endsWith("=");
    assertThat(Headers.of("grpc-trace-bin", padded).parent(propagator).isValid()).isTrue();
    assertThat(headers(IDS + "0201").parent(propagator).isValid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "01004bf92f3577b34da6a3ce929d0e0e47360100f067aa0ba902b70201",
        "00014bf92f3577b34da6a3ce929d0e0e47360100f067aa0ba902b70201",
        "00004bf92f3577b34da6a3ce929d0e0e47360200f067aa0ba902b70201",
        "00004bf92f3577b34da6a3ce929d0e0e47360100f067aa0ba902",
        "0000000000000000000000000000000000000100f067aa0ba902b70201",
        "00004bf92f3577b34da6a3ce929d0e0e47360100000000000000000201",
      })
  void ignoresAnInvalidBinaryForm(String hex) {
    assertThat(headers(hex).extracted(propagator)).isSameAs(Context.root());
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "A", "AAA AAA", "AAAA\r\n", "é"})
  void ignoresWhatIsNotBase64(String header) {
    assertThat(Headers.of("grpc-trace-bin", header).extracted(propagator)).isSameAs(Context.root());
  }

  @Test
  void ignoresAHeaderFarTooLong() {
    assertThat(headers(IDS + "0201" + "00".repeat(200)).extracted(propagator))
        .isSameAs(Context.root());
  }

  @Test
  @Compliance("Context Propagation > OpenCensus Binary Propagator")
  void writesTheBinaryForm() {
    Context unsampled = Headers.contextOf(TraceFlags.getDefault(), TraceState.getDefault());

    assertThat(Headers.injected(propagator, Headers.sampledContext()).get("grpc-trace-bin"))
        .isEqualTo(headers(IDS + "0201").get("grpc-trace-bin"));
    assertThat(Headers.injected(propagator, unsampled).get("grpc-trace-bin"))
        .isEqualTo(headers(IDS + "0200").get("grpc-trace-bin"));
    assertThat(Headers.injected(propagator, Context.root()).names()).isEmpty();
    assertThat(propagator.fields()).containsExactly("grpc-trace-bin");
  }

  private static Headers headers(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return Headers.of("grpc-trace-bin", Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }
}
