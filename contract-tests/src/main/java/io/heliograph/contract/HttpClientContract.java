package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the span and the metric of an HTTP call that an application makes say, after the stable
 * semantic conventions for HTTP clients, and what the call carries. Needs {@link
 * ContractClientEndpoint} and {@link ContractEndpoint#SUCCESS}.
 */
public abstract class HttpClientContract extends Contract {

  private static final int CALLS = 64;

  private static final String SECRETS =
      "/status/200?sig=a&Signature=b&AWSAccessKeyId=c&X-Goog-Signature=d&color=red";

  private static final String REDACTED = SECRETS.replaceAll("=[abcd]&", "=REDACTED&");

  private static final String DURATION = "http.client.request.duration";

  private static final Set<String> MEASURED =
      Set.of(
          "http.request.method",
          "server.address",
          "server.port",
          "http.response.status_code",
          "network.protocol.version",
          "error.type");

  private final ContractTarget target = new ContractTarget();

  /** The kinds of client that the application has, such as {@code rest-client}. */
  protected abstract List<String> clientKinds();

  @BeforeEach
  final void forgetCalls() {
    target.forget();
  }

  @AfterAll
  final void closeTarget() {
    target.close();
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void describesACall(String kind) {
    ReceivedSpan span = call(kind, "GET", target.url("/status/200?color=red"), "200");

    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.hasRemoteParent()).isFalse();
    assertThat(span.attributes())
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("url.full", target.url("/status/200?color=red"))
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", (long) target.port())
        .doesNotContainKeys("error.type", "http.request.method_original", "http.route");
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void redactsSecretsInTheQuery(String kind) {
    ReceivedSpan span = call(kind, "GET", "http://" + authority() + SECRETS, "200");

    assertThat(span.attribute("url.full")).isEqualTo("http://" + authority() + REDACTED);
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void redactsTheCredentialsInTheUrl(String kind) {
    requires(Capability.CLIENT_URL_CREDENTIALS);

    ReceivedSpan span = call(kind, "GET", "http://user:password@" + authority() + SECRETS, "200");

    assertThat(span.attribute("url.full"))
        .isEqualTo("http://REDACTED:REDACTED@" + authority() + REDACTED);
  }

  private String authority() {
    return "127.0.0.1:" + target.port();
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void carriesTraceContextAndBaggage(String kind) {
    ReceivedSpan span = call(kind, "GET", target.url("/status/200"), "200");

    ContractTarget.Seen seen = target.seen().get(0);
    assertThat(seen.header("traceparent")).isEqualTo(sampled(span));
    assertThat(seen.header("baggage"))
        .isEqualTo(
            ContractClientEndpoint.BAGGAGE_KEY
                + "="
                + ContractClientEndpoint.BAGGAGE_VALUE.replace(" ", "%20"));
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void takesAClientErrorForAnError(String kind) {
    assertFailed(call(kind, "GET", target.url("/status/404"), "404"), 404);
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void takesAServerErrorForAnError(String kind) {
    assertFailed(call(kind, "GET", target.url("/status/500"), "500"), 500);
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void recordsAConnectionThatIsRefused(String kind) {
    ReceivedSpan span = call(kind, "GET", "http://127.0.0.1:" + closedPort() + "/", "failed");

    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).asString().matches("(\\w+\\.)+[\\w$]*Exception");
    assertThat(span.attributes()).doesNotContainKey("http.response.status_code");
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void measuresACall(String kind) {
    settleMetrics();
    ReceivedSpan span = call(kind, "GET", target.url("/status/404"), "404");
    Measurement.await(receiver(), DURATION, span).describes(span, MEASURED, HTTP_BOUNDS);

    settleMetrics();
    ReceivedSpan refused = call(kind, "GET", "http://127.0.0.1:" + closedPort() + "/", "failed");
    Measurement.await(receiver(), DURATION, refused).describes(refused, MEASURED, HTTP_BOUNDS);
  }

  /** One span for each request that was sent, or one for all of them, but none is an error. */
  @ParameterizedTest
  @MethodSource("clientKinds")
  final void recordsARedirect(String kind) {
    String answer = driver().get(path(kind, "GET", target.url("/redirect"))).body();

    assertThat(answer).isIn("200", "302");
    receiver().awaitSpan(span -> span.kind() == SpanKind.SERVER);
    awaitEarlierSpans();
    List<ReceivedSpan> calls =
        receiver().spans().stream().filter(span -> span.kind() == SpanKind.CLIENT).toList();
    assertThat(calls).hasSizeBetween(1, target.seen().size());
    assertThat(calls).allSatisfy(span -> assertThat(span.status()).isEqualTo(StatusCode.UNSET));
    assertThat(calls.get(0).attribute("url.full")).isEqualTo(target.url("/redirect"));
    receiver().ignoreRemaining("the calls, which were looked at above");
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void boundsUnknownMethods(String kind) {
    requires(Capability.CLIENT_CUSTOM_METHOD);

    ReceivedSpan span = call(kind, "BREW", target.url("/status/200"), "200");

    assertThat(span.name()).isEqualTo("HTTP");
    assertThat(span.attributes())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "BREW");
  }

  @ParameterizedTest
  @MethodSource("clientKinds")
  final void keepsConcurrentCallsApart(String kind) {
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int n = 0; n < CALLS; n++) {
      calls.add(driver().getAsync(path(kind, "GET", target.url("/" + n + "/200"))));
    }
    calls.forEach(call -> assertThat(call.join().body()).isEqualTo("200"));

    List<ReceivedSpan> spans = receiver().awaitSpans(2 * CALLS);
    Set<String> servers =
        spans.stream()
            .filter(span -> span.kind() == SpanKind.SERVER)
            .map(span -> span.traceId() + "-" + span.spanId())
            .collect(Collectors.toSet());
    Set<String> parents = new HashSet<>();
    Set<String> carried = new HashSet<>();
    spans.stream()
        .filter(span -> span.kind() == SpanKind.CLIENT)
        .forEach(
            span -> {
              parents.add(span.traceId() + "-" + span.parentSpanId());
              carried.add(sampled(span));
            });
    assertThat(parents).hasSize(CALLS).isEqualTo(servers);
    assertThat(target.seen())
        .extracting(seen -> seen.header("traceparent"))
        .containsExactlyInAnyOrderElementsOf(carried);
  }

  /** Makes one call and returns its span, the only child of the server span. */
  private ReceivedSpan call(String kind, String method, String url, String answer) {
    assertThat(driver().get(path(kind, method, url)).body()).isEqualTo(answer);
    ReceivedTrace trace = serverTrace(2);
    return trace.onlyChild(trace.root());
  }

  /** The traceparent that carries a span; besides the sampled flag it has those of the trace. */
  private static String sampled(ReceivedSpan span) {
    int flags = (span.flags() & 0xff) | 0x01;
    return String.format("00-%s-%s-%02x", span.traceId(), span.spanId(), flags);
  }

  private static String path(String kind, String method, String url) {
    return ContractClientEndpoint.path(kind, method, url);
  }

  private static void assertFailed(ReceivedSpan span, int status) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attributes())
        .containsEntry("http.response.status_code", (long) status)
        .containsEntry("error.type", String.valueOf(status));
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
