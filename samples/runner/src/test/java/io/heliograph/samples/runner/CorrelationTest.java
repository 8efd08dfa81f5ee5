package io.heliograph.samples.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.Received;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  private final List<ReceivedSpan> spans = new ArrayList<>();
  private final List<ReceivedMetric> metrics = new ArrayList<>();
  private final List<ReceivedLogRecord> logs = new ArrayList<>();

  CorrelationTest() {
    for (Part part : Part.values()) {
      String service = part.serviceName();
      spans.add(Made.span(service, SpanKind.SERVER, part.id(), "driver", "GET"));
      spans.add(Made.span(service, SpanKind.CLIENT, part.id() + " sql", part.id(), "SELECT"));
      metrics.add(Made.requests(service, 1, Made.TRACE, part.id()));
      logs.add(Made.log(service, "", "INFO", "Started shop in 2 seconds"));
    }
  }

  @Test
  void findsNothingWhereAllFitsTogether() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void namesAnExemplarOfASpanThatDidNotArrive() {
    metrics.set(0, Made.requests("shop-catalogue", 1, Made.TRACE, "gone"));

    assertThat(faults())
        .containsExactly(
            "an exemplar of http.server.request.duration of shop-catalogue leads to span gone of"
                + " trace 0af7651916cd43dd8448eb211c80319c, which did not arrive");
  }

  @Test
  void namesAnExemplarOfASpanInAnotherTrace() {
    metrics.set(0, Made.requests("shop-catalogue", 1, "other", "catalogue"));

    assertThat(faults()).singleElement().asString().contains("of trace other, which did not");
  }

  @Test
  void namesAnExemplarWithoutATrace() {
    metrics.set(0, Made.requests("shop-catalogue", 1, "", ""));

    assertThat(faults()).singleElement().asString().endsWith("leads to no trace");
  }

  @Test
  void namesAServiceThatSendsNoMetrics() {
    metrics.remove(0);

    assertThat(faults())
        .containsExactly(
            "shop-catalogue sent no metric points",
            "shop-catalogue sent no exemplars",
            "shop-catalogue has 1 server spans, and http.server.request.duration counts 0");
  }

  @Test
  void namesAServiceThatSendsNoLogRecords() {
    logs.remove(0);

    assertThat(faults())
        .containsExactly(
            "shop-catalogue sent no log records",
            "shop-catalogue sent no log record of its start: Started");
  }

  @Test
  void takesALineInATraceForNoLineOfTheStart() {
    logs.set(0, Made.log("shop-catalogue", "catalogue", "INFO", "Started anew"));

    assertThat(faults()).containsExactly("shop-catalogue sent no log record of its start: Started");
  }

  @Test
  void countsTheLastTotalOfEachSeries() {
    metrics.add(Made.requests("shop-catalogue", 3, Made.TRACE, "catalogue"));

    assertThat(faults())
        .containsExactly(
            "shop-catalogue has 1 server spans, and http.server.request.duration counts 3");
  }

  private List<String> faults() {
    return Correlation.faults(new Received(spans, metrics, logs), part -> List.of("Started"));
  }
}
