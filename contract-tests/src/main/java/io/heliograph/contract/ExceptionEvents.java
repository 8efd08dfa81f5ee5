package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedSpan;
import java.util.List;
import java.util.Map;

/** Exceptions as span events. */
final class ExceptionEvents {

  private ExceptionEvents() {}

  /** The attributes of the span's one exception. */
  static Map<String, Object> only(ReceivedSpan span) {
    List<ReceivedSpan.Event> exceptions =
        span.events().stream().filter(event -> event.name().equals("exception")).toList();
    assertThat(exceptions).as("exceptions of " + span.name()).hasSize(1);
    return exceptions.get(0).attributes();
  }
}
