package io.heliograph.contract;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.function.Function;

/** What is wrong with the spans of a reference application, to prove that a contract notices. */
enum Defect {
  NONE(span -> span),
  WRONG_NAME(span -> new Changed(span).name("wrong")),
  ROUTE_IS_THE_PATH(span -> span.getName().equals("GET") ? new Changed(span).name("GET /x") : span),
  WRONG_KIND(span -> new Changed(span).kind(SpanKind.PRODUCER)),
  ALWAYS_ERROR(span -> new Changed(span).status(StatusData.error())),
  NEVER_ERROR(
      span ->
          span.getStatus().getStatusCode() == StatusCode.ERROR
              ? new Changed(span).status(StatusData.unset())
              : span),
  NO_EVENTS(span -> new Changed(span).events(List.of())),
  NO_ATTRIBUTES(span -> new Changed(span).attributes(Attributes.empty())),
  NO_PARENT(span -> new Changed(span).parent(SpanContext.getInvalid())),
  NOT_REDACTED(
      span ->
          new Changed(span)
              .replace("url.query", text -> text.replace("REDACTED", "secret"))
              .replace("url.full", text -> text.replace("REDACTED", "secret"))),
  NOT_SANITISED(
      span -> new Changed(span).replace("db.query.text", text -> text.replace("?", "42"))),
  /** Ends spans when the handler returns, not when the work is done. */
  ENDS_EARLY(span -> span),
  /** Takes no notice of what is excluded, or not sampled by the caller. */
  RECORDS_EVERYTHING(span -> span),
  /** Leaves its context on the thread of each request. */
  LEAKS(span -> span),
  /** Uses unknown methods as they are. */
  UNBOUNDED_METHODS(span -> span),
  /** Measures in milliseconds. */
  WRONG_UNIT(span -> span),
  /** Tells paths apart in metrics. */
  METRICS_WITH_PATHS(span -> span),
  /** Measures a duration that is not the span's. */
  OWN_CLOCK(span -> span),
  /** Measures each request twice. */
  MEASURES_TWICE(span -> span),
  /** Never counts a request as over. */
  LEAVES_REQUESTS_ACTIVE(span -> span),
  /** Measures only what is sampled. */
  MEASURES_SAMPLED_ONLY(span -> span),
  /** Sends no context with a call. */
  INJECTS_NOTHING(span -> span),
  /** Logs without context. */
  NO_LOG_CONTEXT(span -> span),
  /** Logs each line twice. */
  LOGS_TWICE(span -> span),
  /** Logs the lines of its start the other way round. */
  STARTS_BACKWARDS(span -> span),
  /** Puts nothing into the MDC. */
  NO_MDC(span -> span);

  private final Function<SpanData, SpanData> change;

  Defect(Function<SpanData, SpanData> change) {
    this.change = change;
  }

  SpanData applyTo(SpanData span) {
    return change.apply(span);
  }

  private static final class Changed extends DelegatingSpanData {

    private String name;
    private SpanKind kind;
    private StatusData status;
    private List<EventData> events;
    private Attributes attributes;
    private SpanContext parent;

    Changed(SpanData span) {
      super(span);
      name = span.getName();
      kind = span.getKind();
      status = span.getStatus();
      events = span.getEvents();
      attributes = span.getAttributes();
      parent = span.getParentSpanContext();
    }

    Changed name(String changed) {
      // Spans of the scheduler are ignored by their name, and come at any time.
      name = name.equals(ContractMethod.SCHEDULED) ? name : changed;
      return this;
    }

    Changed kind(SpanKind changed) {
      // Only a client's: the contracts wait for server spans by their kind.
      kind = kind == SpanKind.SERVER ? kind : changed;
      return this;
    }

    Changed status(StatusData changed) {
      status = changed;
      return this;
    }

    Changed events(List<EventData> changed) {
      events = changed;
      return this;
    }

    Changed attributes(Attributes changed) {
      // The marker of Contract.awaitEarlierSpans stays, or no test would come to its assertions.
      String query = attributes.get(AttributeKey.stringKey("url.query"));
      boolean marker = query != null && query.startsWith("marker=");
      attributes = marker ? attributes : changed;
      return this;
    }

    Changed parent(SpanContext changed) {
      parent = changed;
      return this;
    }

    Changed replace(String key, Function<String, String> replacement) {
      String value = attributes.get(AttributeKey.stringKey(key));
      if (value != null) {
        attributes = attributes.toBuilder().put(key, replacement.apply(value)).build();
      }
      return this;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public SpanKind getKind() {
      return kind;
    }

    @Override
    public StatusData getStatus() {
      return status;
    }

    @Override
    public List<EventData> getEvents() {
      return events;
    }

    @Override
    public int getTotalRecordedEvents() {
      return events.size();
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
      return attributes.size();
    }

    @Override
    public SpanContext getParentSpanContext() {
      return parent;
    }

    @Override
    public String getParentSpanId() {
      return parent.getSpanId();
    }
  }
}
