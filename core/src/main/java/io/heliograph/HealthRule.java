package io.heliograph;

import io.heliograph.export.DropReason;
import io.heliograph.internal.diagnostics.DeliveryHistory.Failure;
import io.heliograph.internal.diagnostics.DeliveryHistory.Moment;
import io.heliograph.internal.diagnostics.DeliveryHistory.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a destination is unhealthy: for five minutes after a loss, and from one minute of failures
 * without a success in between until the next success.
 *
 * <p>It depends on time alone and not on who looked before, so that several may look; and nothing
 * becomes unhealthy twice within a minute.
 */
final class HealthRule {

  static final Duration LOSS_COUNTS_FOR = Duration.ofMinutes(5);
  static final Duration FAILURES_COUNT_AFTER = Duration.ofMinutes(1);

  private HealthRule() {}

  static Health judge(DestinationStatus ledger, String target, Seen seen, long nowNanos) {
    String subject = ledger.signal() + " to '" + ledger.name() + "' (" + target + ") ";
    List<String> problems = new ArrayList<>();
    Moment failing = seen.failingSince();
    if (failing != null && age(failing, nowNanos) >= FAILURES_COUNT_AFTER.toNanos()) {
      problems.add(subject + "have failed since " + time(failing) + cause(seen.lastFailure()));
    }
    Moment loss = seen.lastLoss();
    if (loss != null && age(loss, nowNanos) < LOSS_COUNTS_FOR.toNanos()) {
      problems.add(subject + "lost items until " + time(loss) + ", so far " + drops(ledger));
    }
    return new Health(problems);
  }

  private static long age(Moment moment, long nowNanos) {
    return nowNanos - moment.nanos();
  }

  static Instant time(Moment moment) {
    return Instant.ofEpochSecond(0, moment.epochNanos());
  }

  private static String cause(@Nullable Failure failure) {
    return failure == null ? "" : ": " + failure.text();
  }

  /** Such as {@code 3 queue_full, 12 refused}; what a shutdown gave up is no problem. */
  private static String drops(DestinationStatus ledger) {
    List<String> counts = new ArrayList<>();
    new TreeMap<>(ledger.dropped())
        .forEach(
            (reason, count) -> {
              if (reason != DropReason.SHUTDOWN) {
                counts.add(count + " " + reason.name().toLowerCase(Locale.ROOT));
              }
            });
    return String.join(", ", counts);
  }
}
