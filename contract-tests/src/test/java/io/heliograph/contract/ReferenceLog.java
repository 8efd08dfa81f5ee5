package io.heliograph.contract;

import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Log lines that are nothing but their records. */
final class ReferenceLog {

  private final Logger logger;
  private final Defect defect;

  ReferenceLog(OpenTelemetrySdk telemetry, Defect defect) {
    this.defect = defect;
    logger = telemetry.getLogsBridge().get(ContractLog.LOGGER);
    List<String> start = new ArrayList<>(ContractLog.startLines());
    if (defect == Defect.STARTS_BACKWARDS) {
      Collections.reverse(start);
    }
    start.forEach(this::emit);
  }

  String log(String query) {
    emit(query.substring("message=".length()));
    SpanContext span = Span.current().getSpanContext();
    return defect == Defect.NO_MDC
        ? "::"
        : ReferenceRoutes.ids(span) + ":" + span.getTraceFlags().asHex();
  }

  void fail() {
    emit("contract failure", Severity.ERROR);
  }

  private void emit(String line) {
    emit(line, Severity.INFO);
  }

  private void emit(String line, Severity severity) {
    for (int i = 0; i < (defect == Defect.LOGS_TWICE ? 2 : 1); i++) {
      LogRecordBuilder record =
          logger
              .logRecordBuilder()
              .setTimestamp(System.currentTimeMillis(), TimeUnit.MILLISECONDS)
              .setSeverity(severity)
              .setSeverityText(severity.name())
              .setBody(line);
      if (defect == Defect.NO_LOG_CONTEXT) {
        record.setContext(Context.root());
      }
      record.emit();
    }
  }
}
