package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.StatusCode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That what an application logs arrives, once and with the trace that it belongs to. Needs {@link
 * ContractEndpoint#LOG} and {@link ContractLog}, and an application that was started for this class
 * alone: what it logged at its start is awaited before the first test.
 */
public abstract class LogContract extends Contract {

  private static final int INFO = 9;
  private static final int ERROR = 17;
  private static final int SAMPLED = 1;

  private List<ReceivedLogRecord> started = List.of();

  @Override
  final void beforeStartIsForgotten() {
    List<String> expected = ContractLog.startLines();
    receiver().awaitLog(log -> log.body().equals(expected.get(expected.size() - 1)));
    started = receiver().logs().stream().filter(log -> expected.contains(log.body())).toList();
  }

  @Test
  final void linesOfTheStartArriveInTheirOrder() {
    assertThat(started)
        .extracting(ReceivedLogRecord::body)
        .containsExactlyElementsOf(ContractLog.startLines());
    assertThat(started).noneMatch(ReceivedLogRecord::hasTrace);
  }

  @Test
  final void aLineOfARequestCarriesItsTraceAndSpan() {
    String message = log().message();

    ReceivedSpan span = serverSpan();
    ReceivedLogRecord line = receiver().awaitLog(log -> log.body().equals(message));
    assertThat(line.traceId()).isEqualTo(span.traceId());
    assertThat(line.spanId()).isEqualTo(span.spanId());
    assertThat(line.flags() & SAMPLED).isEqualTo(SAMPLED);
    assertThat(line.severity()).isEqualTo(INFO);
    assertThat(line.severityText()).isEqualTo("INFO");
    assertThat(line.scope().name()).isEqualTo(ContractLog.LOGGER);
    assertThat(line.serviceName()).isEqualTo(ContractSettings.SERVICE_NAME);
    assertThat(line.epochNanos()).isPositive();
    assertThat(line.attributes()).doesNotContainKeys("trace_id", "span_id", "trace_flags");
  }

  @Test
  final void layoutsFindTheIdsInTheMdc() {
    Logged logged = log();

    ReceivedSpan span = serverSpan();
    ReceivedLogRecord line = receiver().awaitLog(log -> log.body().equals(logged.message()));
    assertThat(logged.answer())
        .isEqualTo("%s:%s:%02x", span.traceId(), span.spanId(), line.flags());
  }

  @Test
  final void aLineArrivesOnce() {
    String once = log().message();
    String later = log().message();

    receiver().awaitLog(log -> log.body().equals(later));
    assertThat(receiver().logs()).filteredOn(log -> log.body().equals(once)).hasSize(1);
    receiver().awaitSpans(2);
  }

  /** Also those of the server itself, if it logs any. */
  @Test
  final void linesOfAFailureCarryItsTrace() {
    requires(Capability.SERVER_FAILURE_LOG);

    driver().get(ContractEndpoint.EXCEPTION.path());
    String later = log().message();

    receiver().awaitLog(log -> log.body().equals(later));
    ReceivedSpan failed = receiver().awaitSpan(span -> span.status() == StatusCode.ERROR);
    assertThat(receiver().logs())
        .filteredOn(log -> log.severity() >= ERROR)
        .extracting(ReceivedLogRecord::traceId)
        .containsOnly(failed.traceId());
    receiver().awaitSpans(2);
  }

  @Test
  final void keepsConcurrentRequestsApart() {
    List<String> messages = Stream.generate(LogContract::message).limit(20).toList();
    messages.stream()
        .map(message -> driver().getAsync(path(message)))
        .toList()
        .forEach(CompletableFuture::join);

    for (String message : messages) {
      ReceivedSpan span =
          receiver().awaitSpan(s -> ("message=" + message).equals(s.attribute("url.query")));
      ReceivedLogRecord line = receiver().awaitLog(log -> log.body().equals(message));
      assertThat(line.spanId()).isEqualTo(span.spanId());
    }
  }

  private record Logged(String message, String answer) {}

  private Logged log() {
    String message = message();
    HttpResponse<String> response = driver().get(path(message));
    assertThat(response.statusCode()).isEqualTo(ContractEndpoint.LOG.status());
    return new Logged(message, response.body());
  }

  private static String message() {
    return UUID.randomUUID().toString();
  }

  private static String path(String message) {
    return ContractEndpoint.LOG.path() + "?message=" + message;
  }
}
