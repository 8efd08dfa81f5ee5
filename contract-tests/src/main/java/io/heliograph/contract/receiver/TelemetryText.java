package io.heliograph.contract.receiver;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Spans, log records and metrics, each in one line for people to read. */
final class TelemetryText {

  private static final List<String> KEY_ATTRIBUTES =
      List.of(
          "http.request.method",
          "http.route",
          "url.path",
          "url.full",
          "http.response.status_code",
          "db.system.name",
          "db.query.text",
          "messaging.destination.name",
          "error.type");

  private TelemetryText() {}

  /** Service, name, kind, duration, status, and the attributes that tell most. */
  static String full(ReceivedSpan span) {
    StringBuilder line = new StringBuilder(span.serviceName());
    line.append("  ").append(span.name()).append("  ").append(span.kind());
    line.append("  ").append(millis(span)).append("  ").append(status(span));
    for (String key : KEY_ATTRIBUTES) {
      Object value = span.attribute(key);
      if (value != null) {
        line.append("  ").append(key).append('=').append(value);
      }
    }
    if (span.kind() == SpanKind.INTERNAL) {
      ownAttributes(span).forEach((key, value) -> line.append("  ").append(key + "=" + value));
    }
    return inOneLine(line.toString());
  }

  /** Service, name and duration, and whether it failed. */
  static String brief(ReceivedSpan span) {
    String failed = span.status() == StatusCode.ERROR ? "  " + status(span) : "";
    return inOneLine(span.serviceName() + "  " + span.name() + "  " + millis(span) + failed);
  }

  /** Severity, text, the class that said it, and the exception if there is one. */
  static String line(ReceivedLogRecord log) {
    String logger = log.scope().name();
    Object exception = log.attribute("exception.type");
    return inOneLine(
        "%s  %s  [%s]%s"
            .formatted(
                log.severityText(),
                log.body(),
                logger.substring(logger.lastIndexOf('.') + 1),
                exception == null ? "" : "  " + exception));
  }

  /** What the example is of, and its value. */
  static String example(ReceivedMetric metric, ReceivedExemplar exemplar) {
    return inOneLine("◆ " + metric.name() + " " + metric.amount(exemplar.value().number()));
  }

  /** Name, kind, unit and how much there is of it. */
  static String line(ReceivedMetric metric) {
    long exemplars = metric.exemplars().count();
    return inOneLine(
        "%s  %s%s  %s%s"
            .formatted(
                metric.name(),
                metric.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                metric.unit().isEmpty() ? "" : " in " + metric.unit(),
                counted(metric.points().size(), "point"),
                exemplars == 0 ? "" : ", " + counted(exemplars, "exemplar")));
  }

  static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** What the application itself says about its work, such as a method's arguments. */
  private static Map<String, Object> ownAttributes(ReceivedSpan span) {
    Map<String, Object> own = new TreeMap<>(span.attributes());
    own.keySet().removeIf(key -> KEY_ATTRIBUTES.contains(key) || key.startsWith("code."));
    return own;
  }

  private static String millis(ReceivedSpan span) {
    return String.format(Locale.ROOT, "%.1f ms", span.duration().toNanos() / 1e6);
  }

  private static String status(ReceivedSpan span) {
    boolean described = span.status() == StatusCode.ERROR && !span.statusMessage().isEmpty();
    return span.status().name() + (described ? " (" + span.statusMessage() + ")" : "");
  }

  /** What arrives comes from outside; a line break in it must not forge another line. */
  private static String inOneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
