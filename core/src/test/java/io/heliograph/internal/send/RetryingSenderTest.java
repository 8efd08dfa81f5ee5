package io.heliograph.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Retryable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Retries come after growing waits, in time, and never after the end. */
class RetryingSenderTest {

  private static final Payload PAYLOAD = new Payload(new byte[1], 1, 5);
  private static final double MIDDLE = 0.5;

  private final FakeTimer timer = new FakeTimer();
  private final Logs logs = new Logs();
  private final List<SendResult> results = new ArrayList<>();

  @Test
  @Compliance("Exporters > OTLP > Honors retryable responses with backoff")
  void waitsOneSecondThenTwiceAsLongUpToThirty() {
    start(failing(20), MIDDLE);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      waits.add(timer.untilNext().toMillis());
      timer.advance(timer.untilNext());
    }
    assertThat(waits).containsExactly(1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L);
  }

  @Test
  void jitterMovesAWaitByUpToAFifth() {
    start(failing(1), 0);
    assertThat(timer.untilNext()).isEqualTo(Duration.ofMillis(800));
    start(failing(1), 0.75);
    timer.advance(Duration.ofMillis(800));
    assertThat(timer.untilNext()).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void answersWithTheLastFailureWhenTenMinutesAreOver() {
    ScriptedSender receiver = failing(1000);
    start(receiver, MIDDLE);
    timer.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(results).isEmpty();
    timer.advance(Duration.ofMillis(1));
    assertThat(results).containsExactly(new Retryable("HTTP 503", null, false));
    int attempts = receiver.sent().size();
    timer.advance(Duration.ofHours(1));
    assertThat(receiver.sent()).hasSize(attempts);
    assertThat(timer.waiting()).isZero();
  }

  @Test
  void noRetriesWithoutTimeForThem() {
    ScriptedSender receiver = failing(1);
    RetryPolicy once =
        new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 2, Duration.ZERO, () -> 0);
    new RetryingSender(receiver, once, timer, logs.log()).send(PAYLOAD, results::add);
    assertThat(results).hasSize(1);
    assertThat(receiver.sent()).hasSize(1);
  }

  @Test
  @Compliance("Exporters > OTLP > Honors throttling response")
  void waitsAsLongAsTheReceiverAsks() {
    ScriptedSender receiver = ScriptedSender.answering(asking(Duration.ofSeconds(77)));
    start(receiver, MIDDLE);
    timer.advance(Duration.ofSeconds(77).minusNanos(1));
    assertThat(receiver.sent()).hasSize(1);
    timer.advance(Duration.ofNanos(1));
    assertThat(results).containsExactly(new Accepted(0, ""));
  }

  @Test
  void anHourIsCappedAtTheTimeForRetries() {
    ScriptedSender receiver = ScriptedSender.answering(asking(Duration.ofHours(1)));
    start(receiver, MIDDLE);
    timer.advance(Duration.ofMinutes(10));
    assertThat(results).containsExactly(new Accepted(0, ""));
  }

  @Test
  void zeroSecondsToWaitIsNoLeaveToHammer() {
    start(ScriptedSender.answering(asking(Duration.ZERO)), MIDDLE);
    assertThat(timer.untilNext()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  @Compliance("Exporters > OTLP > Honors non-retryable responses")
  void refusalsAreFinal() {
    ScriptedSender receiver = ScriptedSender.answering(new SendResult.Refused("HTTP 400"));
    start(receiver, MIDDLE);
    assertThat(results).containsExactly(new SendResult.Refused("HTTP 400"));
    assertThat(timer.waiting()).isZero();
  }

  @Test
  void countsWhatMayHaveArrivedTwice() {
    Retryable ambiguous = new Retryable("no answer in time", null, true);
    Retryable clear = new Retryable("connection refused", null, false);
    RetryingSender sender = start(ScriptedSender.answering(clear, ambiguous, clear), MIDDLE);
    timer.advance(Duration.ofMinutes(1));
    assertThat(results).containsExactly(new Accepted(0, ""));
    assertThat(sender.possibleDuplicates()).isEqualTo(5);
  }

  @Test
  void logsTheFirstFailureWithRemedyAndTheRecoveryOnce() {
    RetryingSender sender = start(failing(3), MIDDLE);
    sender.send(PAYLOAD, results::add);
    timer.advance(Duration.ofMinutes(1));
    assertThat(results).hasSize(2);
    assertThat(logs.lines())
        .containsExactly(
            "Heliograph: cannot deliver to http://receiver.test (HTTP 503); will retry. Maybe"
                + " nothing listens there, or it is overloaded: check the receiver and"
                + " heliograph.exporter.otlp.endpoint",
            "Heliograph: delivers to http://receiver.test again");
  }

  @Test
  void aDeadlineSendsWhatWaitsOnceMoreAtOnce() {
    RetryingSender sender = start(failing(4), MIDDLE);
    timer.advance(Duration.ofSeconds(7)); // Next wait is 8 s.
    sender.deadline(timer.nanoTime() + Duration.ofSeconds(3).toNanos());
    timer.advance(Duration.ofSeconds(3));
    assertThat(results).containsExactly(new Accepted(0, ""));
  }

  @Test
  void aDeadlineGivesUpWhatWasToldToWaitLonger() {
    ScriptedSender receiver = ScriptedSender.answering(asking(Duration.ofSeconds(4)));
    RetryingSender sender = start(receiver, MIDDLE);
    sender.deadline(timer.nanoTime() + Duration.ofSeconds(3).toNanos());
    assertThat(results).containsExactly(asking(Duration.ofSeconds(4)));
    assertThat(receiver.sent()).hasSize(1);
  }

  @Test
  void nothingOutlivesTheDeadline() {
    ScriptedSender receiver = failing(1000);
    RetryingSender sender = start(receiver, MIDDLE);
    sender.deadline(timer.nanoTime() + Duration.ofSeconds(3).toNanos());
    sender.send(PAYLOAD, results::add);
    timer.advance(Duration.ofSeconds(3));
    assertThat(results).hasSize(2);
    int attempts = receiver.sent().size();
    timer.advance(Duration.ofMinutes(5));
    assertThat(receiver.sent()).hasSize(attempts);
  }

  @Test
  void aSilentReceiverIsGivenUpAtTheDeadline() {
    RetryingSender sender = start(ScriptedSender.silent(), MIDDLE);
    sender.deadline(timer.nanoTime() + Duration.ofSeconds(3).toNanos());
    timer.advance(Duration.ofSeconds(3));
    assertThat(results).containsExactly(new SendResult.Aborted());
  }

  @Test
  void closeAnswersEverythingOnce() {
    ScriptedSender receiver = failing(1000);
    RetryingSender sender = start(receiver, MIDDLE);
    sender.close();
    sender.send(PAYLOAD, results::add);
    sender.close();
    assertThat(results).containsExactly(new SendResult.Aborted(), new SendResult.Aborted());
    assertThat(receiver.closed()).isTrue();
    assertThat(timer.waiting()).isZero();
  }

  private RetryingSender start(ScriptedSender receiver, double random) {
    RetryingSender sender =
        new RetryingSender(receiver, RetryPolicy.standard(() -> random), timer, logs.log());
    sender.send(PAYLOAD, results::add);
    return sender;
  }

  private static ScriptedSender failing(int times) {
    return ScriptedSender.answering(
        Stream.generate(() -> new Retryable("HTTP 503", null, false))
            .limit(times)
            .toArray(SendResult[]::new));
  }

  private static Retryable asking(Duration wait) {
    return new Retryable("HTTP 429", wait, false);
  }
}
