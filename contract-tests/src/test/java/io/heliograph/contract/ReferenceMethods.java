package io.heliograph.contract;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Locale;

/** Traced methods that are nothing but their spans. */
final class ReferenceMethods {

  private final Tracer tracer;
  private final Defect defect;

  ReferenceMethods(Tracer tracer, Defect defect) {
    this.tracer = tracer;
    this.defect = defect;
  }

  String nested(String query) {
    String n = query.substring("n=".length());
    traced("contract.nested", () -> Span.current().setAttribute("contract.n", n));
    return n;
  }

  void call(String method) {
    ContractMethod constant =
        ContractMethod.valueOf(method.toUpperCase(Locale.ROOT).replace('-', '_'));
    switch (constant) {
      case PLAIN -> traced("ContractMethods.plain", () -> {});
      case NAMED -> traced("contract.named", () -> {});
      case KIND -> builder("contract.kind").setSpanKind(SpanKind.CLIENT).startSpan().end();
      case PARAMETERS -> traced("contract.parameters", ReferenceMethods::recordParameters);
      case EXCEPTION -> end(builder("contract.exception").startSpan(), "failure");
      case SELF_CALL -> traced("contract.outer", () -> traced("contract.inner", () -> {}));
      case WITH_SPAN ->
          traced("contract.with-span", () -> Span.current().setAttribute("contract.text", "one"));
      case ASYNC, EXECUTOR, VIRTUAL_THREAD -> elsewhere(() -> traced("contract.named", () -> {}));
      default -> asynchronous(method);
    }
  }

  void scheduled() {
    try (Scope root = Context.root().makeCurrent()) {
      traced(ContractMethod.SCHEDULED, () -> {});
    }
  }

  void traced(String name, Runnable body) {
    Span span = builder(name).startSpan();
    try (Scope scope = span.makeCurrent()) {
      body.run();
    } finally {
      span.end();
    }
  }

  private SpanBuilder builder(String name) {
    return tracer.spanBuilder(name).setAttribute("code.function.name", name);
  }

  private static void recordParameters() {
    Span.current()
        .setAttribute("contract.text", "one")
        .setAttribute("contract.number", 2L)
        .setAttribute("contract.flag", true)
        .setAttribute(AttributeKey.stringArrayKey("contract.list"), List.of("a", "b"));
  }

  private void asynchronous(String method) {
    String[] typeAndOutcome = method.split("-");
    Span span = builder("contract." + typeAndOutcome[0]).startSpan();
    if (defect == Defect.ENDS_EARLY) {
      span.end();
    }
    span.addEvent(ContractMethod.COMPLETING);
    end(span, typeAndOutcome[1]);
  }

  private static void end(Span span, String outcome) {
    if (outcome.equals("failure")) {
      IllegalStateException failure = new IllegalStateException("contract");
      span.recordException(failure);
      span.setAttribute("error.type", failure.getClass().getName()).setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  private void elsewhere(Runnable work) {
    Thread thread = new Thread(Context.current().wrap(work));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
