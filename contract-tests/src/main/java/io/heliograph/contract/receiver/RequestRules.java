package io.heliograph.contract.receiver;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for a whole request: who sends it, and what is in it. */
final class RequestRules {

  private static final Pattern USER_AGENT = Pattern.compile("\\S+/\\S+.*");

  private RequestRules() {}

  /** Adds what is wrong with the request to the list. */
  static void check(ReceivedRequest request, List<String> violations) {
    checkUserAgent(request.header("user-agent"), violations);
    new MessageRules(violations).check(request.message());
    if (request.signal() == Signal.TRACES) {
      new SpanRules(violations).check(request.traces());
    } else if (request.signal() == Signal.LOGS) {
      new LogRules(violations).check(request.logs());
    } else {
      new MetricRules(violations).check(request.metrics());
    }
  }

  private static void checkUserAgent(@Nullable String userAgent, List<String> violations) {
    if (userAgent == null || !USER_AGENT.matcher(userAgent).matches()) {
      violations.add("User-Agent must be product/version but is " + userAgent);
    }
  }
}
