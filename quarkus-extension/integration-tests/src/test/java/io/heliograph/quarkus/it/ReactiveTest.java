package io.heliograph.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.Contract;
import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ReceiverResource.class)
class ReactiveTest {

  private static final int SPANS = 5;

  @TestHTTPResource URI uri;

  /** One each: a connection that has carried a request is not upgraded any more. */
  private final Map<HttpClient.Version, HttpClient> clients =
      Map.of(
          HttpClient.Version.HTTP_1_1, HttpClient.newHttpClient(),
          HttpClient.Version.HTTP_2, HttpClient.newHttpClient());

  private final OtlpReceiver receiver = Contract.receiver();

  @BeforeEach
  void forgetEarlierSpans() {
    get("/contract/items/settle");
    receiver.awaitSpan(span -> "/contract/items/settle".equals(span.attribute("url.path")));
    receiver.reset();
  }

  /**
   * Branches of one request overlap, on the same and on other event loops; with HTTP/2, requests do
   * on one connection, as many as a server allows.
   */
  @ParameterizedTest
  @CsvSource({"branches, HTTP_1_1, 1000", "chain, HTTP_1_1, 1000", "branches, HTTP_2, 80"})
  void keepsConcurrentRequestsApart(String shape, HttpClient.Version version, int requests) {
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int n = 0; n < requests; n++) {
      calls.add(getAsync("/reactive/" + shape + "/" + n, version));
    }
    for (int n = 0; n < requests; n++) {
      assertThat(calls.get(n).join().body()).isEqualTo(String.valueOf(n));
      assertThat(calls.get(n).join().version()).isEqualTo(version);
    }

    Map<String, List<ReceivedSpan>> traces = new HashMap<>();
    receiver
        .awaitSpans(SPANS * requests)
        .forEach(span -> traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span));
    assertThat(traces).hasSize(requests);
    traces.values().forEach(spans -> assertTrace(spans, version));
    assertThat(get("/reactive/leaks").body()).isEqualTo("[]");
    receiver.awaitSpan(span -> "/reactive/leaks".equals(span.attribute("http.route")));
  }

  private static void assertTrace(List<ReceivedSpan> spans, HttpClient.Version version) {
    assertThat(spans).hasSize(SPANS);
    ReceivedSpan server =
        only(spans, SpanKind.SERVER.name(), span -> span.kind() == SpanKind.SERVER);
    assertThat(server.attribute("network.protocol.version"))
        .isEqualTo(version == HttpClient.Version.HTTP_2 ? "2" : "1.1");
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
    assertThat(get("/reactive/events").body()).contains("data:0", "data:2");

    ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 4);
    assertThat(trace.root().name()).isEqualTo("GET /reactive/events");
    assertThat(trace.children(trace.root()))
        .extracting(ReceivedSpan::name)
        .containsOnly("contract.nested");
  }

  @Test
  void recordsARouteOfVertx() {
    assertThat(get("/plain/7").body()).isEqualTo("7");

    ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 2);
    assertThat(trace.root().name()).isEqualTo("GET /plain/:n");
    assertThat(trace.root().attribute("http.route")).isEqualTo("/plain/:n");
    assertThat(trace.onlyChild(trace.root()).name()).isEqualTo("contract.nested");
  }

  @Test
  void recordsAFailureOfARouteOfVertx() {
    assertThat(get("/plain-failure").statusCode()).isEqualTo(500);

    ReceivedSpan span = receiver.awaitTrace(s -> s.kind() == SpanKind.SERVER, 1).root();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.events()).extracting(ReceivedSpan.Event::name).containsExactly("exception");
  }

  @Test
  void keepsTheContextOverTheEventBusAndBack() {
    assertThat(get("/reactive/message").body()).isEqualTo("message");

    ReceivedTrace trace = receiver.awaitTrace(span -> span.kind() == SpanKind.SERVER, 3);
    assertThat(trace.children(trace.root()))
        .extracting(ReceivedSpan::name)
        .containsExactlyInAnyOrder("contract.named", "contract.nested");
  }

  private HttpResponse<String> get(String path) {
    return getAsync(path, HttpClient.Version.HTTP_1_1).join();
  }

  private CompletableFuture<HttpResponse<String>> getAsync(
      String path, HttpClient.Version version) {
    HttpRequest request = HttpRequest.newBuilder(uri.resolve(path)).version(version).build();
    return clients.get(version).sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }
}
