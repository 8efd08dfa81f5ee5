package io.heliograph.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.Contract;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.heliograph.micronaut.app.Application;
import io.opentelemetry.api.trace.SpanKind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactiveTest {

  private static final int REQUESTS = 1000;
  private static final int SPANS = 5;

  private final Application application = Application.start(Map.of());

  private final HttpClient client = HttpClient.newHttpClient();
  private final OtlpReceiver receiver = Contract.receiver();

  @BeforeEach
  void forgetEarlierSpans() {
    get("/contract/items/settle");
    receiver.awaitSpan(span -> "/contract/items/settle".equals(span.attribute("url.path")));
    receiver.reset();
  }

  /** Branches of one request overlap, on the same and on other event loops. */
  @ParameterizedTest
  @ValueSource(strings = {"branches", "chain"})
  void keepsConcurrentRequestsApart(String shape) {
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int n = 0; n < REQUESTS; n++) {
      calls.add(getAsync("/reactive/" + shape + "/" + n));
    }
    for (int n = 0; n < REQUESTS; n++) {
      assertThat(calls.get(n).join().body()).isEqualTo(String.valueOf(n));
    }

    Map<String, List<ReceivedSpan>> traces = new HashMap<>();
    receiver
        .awaitSpans(SPANS * REQUESTS)
        .forEach(span -> traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span));
    assertThat(traces).hasSize(REQUESTS);
    traces.values().forEach(ReactiveTest::assertTrace);
    assertThat(get("/reactive/leaks").body()).isEqualTo("[]");
    receiver.awaitSpan(span -> "/reactive/leaks".equals(span.attribute("http.route")));
  }

  private static void assertTrace(List<ReceivedSpan> spans) {
    assertThat(spans).hasSize(SPANS);
    ReceivedSpan server =
        only(spans, SpanKind.SERVER.name(), span -> span.kind() == SpanKind.SERVER);
    String path = String.valueOf(server.attribute("url.path"));
    String n = path.substring(path.lastIndexOf('/') + 1);
    for (String branch : List.of("work.left", "work.right")) {
      ReceivedSpan method = only(spans, branch, span -> span.name().equals(branch));
      assertThat(method.parentSpanId()).isEqualTo(server.spanId());
      assertThat(method.attribute("contract.n")).isEqualTo(n);
      ReceivedSpan nested =
          only(spans, "below " + branch, span -> method.spanId().equals(span.parentSpanId()));
      assertThat(nested.name()).isEqualTo("contract.nested");
      assertThat(nested.attribute("contract.n")).isEqualTo(n);
    }
  }

  private static ReceivedSpan only(
      List<ReceivedSpan> spans, String what, java.util.function.Predicate<ReceivedSpan> wanted) {
    List<ReceivedSpan> found = spans.stream().filter(wanted).toList();
    assertThat(found).as(what).hasSize(1);
    return found.get(0);
  }

  @Test
  void recordsServerSentEvents() {
    assertThat(get("/reactive/events").body()).contains("data: 0", "data: 2");

    ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 4);
    assertThat(trace.root().name()).isEqualTo("GET /reactive/events");
    assertThat(trace.children(trace.root()))
        .extracting(ReceivedSpan::name)
        .containsOnly("contract.nested");
  }

  @Test
  void recordsACallOfADeclaredClient() {
    assertThat(get("/reactive/declared/7").body()).isEqualTo("7");

    ReceivedTrace trace =
        receiver.awaitTrace(span -> "GET /reactive/declared/{n}".equals(span.name()), 7);
    ReceivedSpan call = trace.onlyChild(trace.root());
    assertThat(call.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(call.name()).isEqualTo("GET /reactive/chain/{n}");
    assertThat(trace.onlyChild(call).attribute("http.route")).isEqualTo("/reactive/chain/{n}");
  }

  @AfterAll
  void stop() {
    application.close();
  }

  private HttpResponse<String> get(String path) {
    return getAsync(path).join();
  }

  private CompletableFuture<HttpResponse<String>> getAsync(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(application.uri().resolve(path))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }
}
