package io.heliograph.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.Compliance;
import io.heliograph.export.ExportResult;
import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.internal.otlp.TestSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch reads as trees. */
class ConsoleExporterTest {

  private final StringBuilder out = new StringBuilder();
  private final List<ExportResult> results = new ArrayList<>();

  @Test
  @Compliance("Exporters > Standard output (logging)")
  void printsATreeForEachTrace() {
    export(
        span(1, 3, 2, "SELECT carts", SpanKind.CLIENT, 20, StatusCode.ERROR),
        span(2, 9, 8, "orphan", SpanKind.CONSUMER, 5, StatusCode.UNSET),
        span(1, 4, 1, "render", SpanKind.INTERNAL, 30, StatusCode.OK),
        span(1, 2, 1, "load", SpanKind.INTERNAL, 10, StatusCode.UNSET),
        span(1, 1, 0, "GET /cart", SpanKind.SERVER, 0, StatusCode.UNSET));
    assertThat(out.toString().lines())
        .containsExactly(
            "trace 00000000000000010000000000000001",
            "  shop: GET /cart [SERVER] 1.500 ms {k=v}",
            "    shop: load [INTERNAL] 1.500 ms {k=v}",
            "      shop: SELECT carts [CLIENT] 1.500 ms ERROR timeout {k=v}",
            "    shop: render [INTERNAL] 1.500 ms OK {k=v}",
            "trace 00000000000000020000000000000002",
            "  shop: orphan [CONSUMER] 1.500 ms {k=v}");
    assertThat(results).containsExactly(ExportResult.delivered(5));
  }

  @Test
  void everySpanIsPrintedEvenIfItIsItsOwnAncestor() {
    export(
        span(1, 1, 2, "a", SpanKind.INTERNAL, 0, StatusCode.UNSET),
        span(1, 2, 1, "b", SpanKind.INTERNAL, 1, StatusCode.UNSET));
    assertThat(out.toString().lines()).hasSize(3);
  }

  @Test
  void aChainAsLongAsABatchIsNoProblem() {
    ReadableSpan[] chain = new ReadableSpan[20_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = span(1, i + 1, i, "s", SpanKind.INTERNAL, i, StatusCode.UNSET);
    }
    export(chain);
    assertThat(out.toString().lines()).hasSize(20_001);
  }

  @Test
  void aNameForgesNoLine() {
    export(TestSpan.of("x\nERROR forged", Attributes.of(AttributeKey.stringKey("a"), "b\rc")));
    assertThat(out.toString().lines()).hasSize(2).last().asString().contains("x?ERROR forged");
  }

  @Test
  void anOutputThatFailsIsTheExportersFailure() {
    ConsoleExporter<ReadableSpan> exporter = ConsoleExporter.spans(new BrokenWriter());
    List<ReadableSpan> batch = List.of(TestSpan.of("x"));
    assertThatThrownBy(() -> exporter.export(batch, results::add))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(results).isEmpty();
  }

  private void export(ReadableSpan... spans) {
    ConsoleExporter.spans(out).export(List.of(spans), results::add);
  }

  private static ReadableSpan span(
      int trace, int id, int parent, String name, SpanKind kind, int startMicros, StatusCode code) {
    long start = 1_700_000_000_000_000_000L + startMicros * 1000L;
    return new TestSpan(
        context(trace, id),
        context(trace, parent),
        name,
        kind,
        start,
        start + 1_500_000,
        Attributes.of(AttributeKey.stringKey("k"), "v"),
        List.of(),
        List.of(),
        code,
        code == StatusCode.ERROR ? "timeout" : "",
        0,
        0,
        0,
        InstrumentationScope.of("test"),
        Resource.of(Attributes.of(AttributeKey.stringKey("service.name"), "shop")));
  }

  private static SpanContext context(int trace, int id) {
    return SpanContext.create(
        "%016x%016x".formatted(trace, trace),
        "%016x".formatted(id),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  private static final class BrokenWriter extends Writer {
    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("closed");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
