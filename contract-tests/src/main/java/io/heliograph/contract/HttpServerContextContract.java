package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the span of a request that an application serves hangs, and what hangs on it: W3C Trace
 * Context and Baggage, concurrency, leaks. Needs {@link ContractEndpoint}.
 */
public abstract class HttpServerContextContract extends Contract {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT_ID = "00f067aa0ba902b7";
  private static final String SAMPLED = "00-" + TRACE_ID + "-" + PARENT_ID + "-01";
  private static final String UNSAMPLED = "00-" + TRACE_ID + "-" + PARENT_ID + "-00";
  private static final int REQUESTS = 500;
  private static final int CONNECTIONS = 16;

  @Test
  final void continuesTheTraceOfTheCaller() {
    driver()
        .get(ContractEndpoint.SUCCESS.path(), "traceparent", SAMPLED, "tracestate", "vendor=value");

    ReceivedSpan span = serverSpan();
    assertThat(span.traceId()).isEqualTo(TRACE_ID);
    assertThat(span.parentSpanId()).isEqualTo(PARENT_ID);
    assertThat(span.traceState()).isEqualTo("vendor=value");
    assertThat(span.hasRemoteParent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "00-" + TRACE_ID + "-" + PARENT_ID,
        "00-00000000000000000000000000000000-" + PARENT_ID + "-01",
        "00-" + TRACE_ID + "-0000000000000000-01",
        "ff-" + TRACE_ID + "-" + PARENT_ID + "-01",
        "00-" + TRACE_ID + "-" + PARENT_ID + "-01-more",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT_ID + "-01"
      })
  final void startsAnewAfterAMalformedTraceparent(String traceparent) {
    HttpResponse<String> response =
        driver()
            .get(
                ContractEndpoint.SUCCESS.path(),
                "traceparent",
                traceparent,
                "tracestate",
                "vendor=value");

    assertThat(response.statusCode()).isEqualTo(200);
    ReceivedSpan span = serverSpan();
    assertThat(span.isRoot()).isTrue();
    assertThat(span.traceId()).isNotEqualTo(TRACE_ID);
    assertThat(span.traceState()).isEmpty();
  }

  @Test
  final void keepsTheTraceAfterAMalformedTracestate() {
    driver().get(ContractEndpoint.SUCCESS.path(), "traceparent", SAMPLED, "tracestate", "=,,=");

    ReceivedSpan span = serverSpan();
    assertThat(span.traceId()).isEqualTo(TRACE_ID);
    assertThat(span.traceState()).isEmpty();
  }

  @Test
  final void exportsNothingBelowAnUnsampledParent() {
    HttpResponse<String> response =
        driver().get(ContractEndpoint.NESTED.path() + "?n=1", "traceparent", UNSAMPLED);

    assertThat(response.body()).isEqualTo("1");
    assertNothingExported();
  }

  @Test
  final void joinsRepeatedHeaders() {
    String answer =
        driver()
            .raw()
            .send(
                "GET",
                ContractEndpoint.BAGGAGE.path(),
                "traceparent: " + SAMPLED,
                "tracestate: one=1",
                "tracestate: two=2",
                "baggage: a=1,b=2",
                "baggage: c=3");

    assertThat(answer).contains("a=1,b=2,c=3");
    assertThat(serverSpan().traceState()).isEqualTo("one=1,two=2");
  }

  @Test
  final void isCurrentInTheHandler() {
    HttpResponse<String> response = driver().get(ContractEndpoint.CURRENT_SPAN.path());

    ReceivedSpan span = serverSpan();
    assertThat(response.body()).isEqualTo(span.traceId() + ":" + span.spanId());
  }

  @Test
  final void isTheParentOfWhatTheHandlerCalls() {
    driver().get(ContractEndpoint.NESTED.path() + "?n=1");

    ReceivedTrace trace = serverTrace(2);
    ReceivedSpan nested = trace.onlyChild(trace.root());
    assertThat(nested.name()).isEqualTo("contract.nested");
    assertThat(nested.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(nested.hasRemoteParent()).isFalse();
  }

  @Test
  final void keepsConcurrentRequestsApart() {
    concurrently(
        n ->
            driver()
                .getAsync(
                    ContractEndpoint.NESTED.path() + "?n=" + n, "traceparent", traceparent(n)));

    Map<String, List<ReceivedSpan>> traces = new HashMap<>();
    receiver()
        .awaitSpans(2 * REQUESTS)
        .forEach(span -> traces.computeIfAbsent(span.traceId(), k -> new ArrayList<>()).add(span));
    assertThat(traces).hasSize(REQUESTS);
    for (int n = 1; n <= REQUESTS; n++) {
      assertTrace(n, traces.getOrDefault(traceId(n), List.of()));
    }
  }

  @Test
  final void leavesNoContextOnItsThreads() {
    concurrently(
        n ->
            driver().getAsync(n % 2 == 0 ? "/contract/nested?n=1" : ContractEndpoint.ASYNC.path()));
    receiver().awaitSpans(REQUESTS + REQUESTS / 2);

    List<String> leaks =
        concurrently(n -> driver().getAsync(ContractEndpoint.LEAK.path())).stream()
            .map(HttpResponse::body)
            .distinct()
            .toList();

    assertThat(leaks).containsExactly("false");
    driver().get(ContractEndpoint.ITEM.path("after"));
    ReceivedSpan after =
        receiver().awaitSpan(span -> "/contract/items/after".equals(span.attribute("url.path")));
    assertThat(after.isRoot()).isTrue();
  }

  private interface Call {
    CompletableFuture<HttpResponse<String>> start(int number);
  }

  private static List<HttpResponse<String>> concurrently(Call call) {
    Semaphore connections = new Semaphore(CONNECTIONS);
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int n = 1; n <= REQUESTS; n++) {
      connections.acquireUninterruptibly();
      calls.add(call.start(n).whenComplete((response, failure) -> connections.release()));
    }
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private static void assertTrace(int n, List<ReceivedSpan> spans) {
    assertThat(spans).as("spans of request " + n).hasSize(2);
    ReceivedSpan server =
        spans.stream().filter(s -> s.kind() == SpanKind.SERVER).findFirst().orElseThrow();
    ReceivedSpan nested =
        spans.stream().filter(s -> s.kind() == SpanKind.INTERNAL).findFirst().orElseThrow();
    assertThat(server.parentSpanId()).isEqualTo(PARENT_ID);
    assertThat(server.attribute("url.query")).isEqualTo("n=" + n);
    assertThat(nested.parentSpanId()).isEqualTo(server.spanId());
    assertThat(String.valueOf(nested.attribute("contract.n"))).isEqualTo(String.valueOf(n));
  }

  private static String traceparent(int n) {
    return "00-" + traceId(n) + "-" + PARENT_ID + "-01";
  }

  private static String traceId(int n) {
    return String.format("%032x", n);
  }
}
