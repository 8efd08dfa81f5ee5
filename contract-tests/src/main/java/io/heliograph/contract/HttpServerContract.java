package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the span and the metrics of a request that an application serves say, after the semantic
 * conventions for HTTP servers. Needs {@link ContractEndpoint}.
 */
public abstract class HttpServerContract extends Contract {

  private static final Set<String> MEASURED =
      Set.of(
          "http.request.method",
          "url.scheme",
          "http.route",
          "http.response.status_code",
          "network.protocol.version",
          "error.type");

  private static final String ACTIVE_REQUESTS = "http.server.active_requests";

  private static final Map<String, Object> ACTIVE_GET =
      Map.of("http.request.method", "GET", "url.scheme", "http");

  private static final String EXCEPTION = "java.lang.IllegalStateException";

  @Test
  final void describesARequest() {
    HttpResponse<String> response = get(ContractEndpoint.ITEM, "7", "?color=red&size=4");

    assertThat(response.body()).isEqualTo("7");
    ReceivedSpan span = serverSpan();
    assertThat(span.name()).isEqualTo("GET /contract/items/{id}");
    assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.isRoot()).isTrue();
    assertThat(span.serviceName()).isEqualTo(ContractSettings.SERVICE_NAME);
    assertThat(span.scope().name()).isNotBlank();
    assertThat(span.attributes())
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.route", "/contract/items/{id}")
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("url.scheme", "http")
        .containsEntry("url.path", "/contract/items/7")
        .containsEntry("url.query", "color=red&size=4")
        .containsEntry("server.address", baseUri().getHost())
        .containsEntry("server.port", (long) baseUri().getPort())
        .containsEntry("client.address", "127.0.0.1")
        .containsEntry("network.protocol.version", "1.1")
        .containsEntry("user_agent.original", Driver.USER_AGENT)
        .doesNotContainKeys("error.type", "http.request.method_original", "url.full");
  }

  @Test
  final void hasNoQueryWhereTheRequestHasNone() {
    get(ContractEndpoint.SUCCESS);

    assertThat(serverSpan().attributes()).doesNotContainKey("url.query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sig", "Signature", "AWSAccessKeyId", "X-Goog-Signature", "X-Amz-Signature"})
  final void redactsASecretInTheQuery(String key) {
    get(ContractEndpoint.ITEM, "7", "?color=red&" + key + "=secret&size=4");

    assertThat(serverSpan().attribute("url.query"))
        .isEqualTo("color=red&" + key + "=REDACTED&size=4");
  }

  @Test
  final void hasNoRouteForAnUnknownPath() {
    assertThat(driver().get("/contract-nowhere/7").statusCode()).isEqualTo(404);

    ReceivedSpan span = serverSpan();
    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.attributes())
        .doesNotContainKey("http.route")
        .containsEntry("http.response.status_code", 404L)
        .containsEntry("url.path", "/contract-nowhere/7");
    assertNoError(span);
  }

  @Test
  final void takesAClientErrorForNoError() {
    get(ContractEndpoint.CLIENT_ERROR);

    ReceivedSpan span = serverSpan();
    assertRouteAndStatus(span, ContractEndpoint.CLIENT_ERROR);
    assertNoError(span);
  }

  @Test
  final void recordsAnExceptionThatNothingHandles() {
    get(ContractEndpoint.EXCEPTION);

    ReceivedSpan span = serverSpan();
    assertRouteAndStatus(span, ContractEndpoint.EXCEPTION);
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).isIn(EXCEPTION, "500");
    Map<String, Object> exception = ExceptionEvents.only(span);
    assertThat(exception)
        .containsEntry("exception.type", EXCEPTION)
        .containsEntry("exception.message", "contract");
    assertThat(exception.get("exception.stacktrace")).asString().contains("\tat ");
  }

  @Test
  final void takesAHandledExceptionForWhatItIsAnsweredWith() {
    get(ContractEndpoint.HANDLED_EXCEPTION);

    ReceivedSpan span = serverSpan();
    assertRouteAndStatus(span, ContractEndpoint.HANDLED_EXCEPTION);
    assertNoError(span);
  }

  @Test
  final void recordsARedirect() {
    get(ContractEndpoint.REDIRECT);

    ReceivedSpan span = serverSpan();
    assertRouteAndStatus(span, ContractEndpoint.REDIRECT);
    assertNoError(span);
  }

  @ParameterizedTest
  @CsvSource({"ASYNC,async", "STREAM,onetwothree"})
  final void staysOpenUntilTheAnswerIsComplete(ContractEndpoint endpoint, String body) {
    HttpResponse<String> response = get(endpoint);

    assertThat(response.body().replaceAll("\\s", "")).isEqualTo(body);
    ReceivedSpan span = serverSpan();
    assertRouteAndStatus(span, endpoint);
    assertThat(span.events())
        .extracting(ReceivedSpan.Event::name)
        .containsExactly(ContractMethod.COMPLETING);
    assertNoError(span);
  }

  @Test
  final void endsWhenTheClientGoesAway() {
    requires(Capability.SERVER_STREAM_ABORT);

    driver().raw().abort(ContractEndpoint.ENDLESS.path(), 1000);

    ReceivedSpan span = serverSpan();
    assertThat(span.name()).isEqualTo("GET " + ContractEndpoint.ENDLESS.route());
  }

  @Test
  final void boundsUnknownMethods() {
    requires(Capability.SERVER_CUSTOM_METHOD);

    driver().raw().send("BREW", ContractEndpoint.SUCCESS.path());

    ReceivedSpan span = serverSpan();
    assertThat(span.name()).startsWith("HTTP").doesNotContain("BREW");
    assertThat(span.attributes())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "BREW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS"})
  final void recordsOtherMethods(String method) {
    int status = driver().send(method, ContractEndpoint.SUCCESS.path()).statusCode();

    ReceivedSpan span = serverSpan();
    assertThat(span.name()).startsWith(method);
    assertThat(span.attributes())
        .containsEntry("http.request.method", method)
        .containsEntry("http.response.status_code", (long) status);
  }

  @Test
  final void capturesTheHeadersItIsToldTo() {
    driver()
        .get(ContractEndpoint.HEADERS.path(), "X-Contract-Request", "in", "X-Contract-Other", "no");

    ReceivedSpan span = serverSpan();
    assertThat(span.attributes())
        .containsEntry("http.request.header.x-contract-request", List.of("in"))
        .containsEntry("http.response.header.x-contract-response", List.of("out"))
        .doesNotContainKey("http.request.header.x-contract-other");
  }

  @Test
  final void exportsNothingOfAnExcludedPath() {
    assertThat(get(ContractEndpoint.HEALTH).body()).isEqualTo("up");

    assertNothingExported();
  }

  @ParameterizedTest
  @EnumSource(names = {"CURRENT_SPAN", "EXCEPTION", "HANDLED_EXCEPTION", "ASYNC"})
  final void measuresARequest(ContractEndpoint endpoint) {
    settleMetrics();
    get(endpoint);

    ReceivedSpan span = serverSpan();
    Measurement.await(receiver(), HTTP_SERVER_DURATION, span)
        .describes(span, MEASURED, HTTP_BOUNDS);
  }

  @Test
  final void measuresARequestThatIsNotSampled() {
    String unsampled = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
    driver().get(ContractEndpoint.BAGGAGE.path(), "traceparent", unsampled);

    List<ReceivedMetric> measured =
        awaitMetrics().stream()
            .filter(metric -> measured(metric, ContractEndpoint.BAGGAGE.route()))
            .toList();
    assertThat(measured).isNotEmpty();
    assertThat(measured)
        .flatExtracting(metric -> metric.exemplars().toList())
        .noneMatch(exemplar -> unsampled.contains(exemplar.traceId()));
    assertThat(receiver().unclaimedSpans()).isEmpty();
  }

  @Test
  final void measuresNothingOfAnExcludedPath() {
    get(ContractEndpoint.HEALTH);

    assertThat(awaitMetrics())
        .noneMatch(metric -> measured(metric, ContractEndpoint.HEALTH.route()))
        .anyMatch(metric -> measured(metric, ContractEndpoint.SUCCESS.route()));
  }

  private static boolean measured(ReceivedMetric metric, String route) {
    return metric.name().equals(HTTP_SERVER_DURATION)
        && metric.points().stream().anyMatch(point -> route.equals(point.attribute("http.route")));
  }

  @Test
  final void countsNoRequestAsActiveThatIsOver() {
    get(ContractEndpoint.EXCEPTION);
    serverSpan();

    ReceivedMetric metric = newest(ACTIVE_REQUESTS, awaitMetrics());
    assertThat(metric.point(ACTIVE_GET).longValue()).isZero();
    assertThat(metric.unit()).isEqualTo("{request}");
    assertThat(metric.monotonic()).isFalse();
  }

  @Test
  final void measuresARequestWhoseClientGoesAwayOnce() {
    requires(Capability.SERVER_STREAM_ABORT);
    long before = requests(ContractEndpoint.ENDLESS.route(), awaitMetrics());
    receiver().reset();

    driver().raw().abort(ContractEndpoint.ENDLESS.path(), 1000);

    ReceivedSpan span = serverSpan();
    Measurement.await(receiver(), HTTP_SERVER_DURATION, span)
        .describes(span, MEASURED, HTTP_BOUNDS);
    List<ReceivedMetric> exported = awaitMetrics();
    assertThat(requests(ContractEndpoint.ENDLESS.route(), exported)).isEqualTo(before + 1);
    assertThat(newest(ACTIVE_REQUESTS, exported).point(ACTIVE_GET).longValue()).isZero();
  }

  private static long requests(String route, List<ReceivedMetric> exported) {
    return newest(HTTP_SERVER_DURATION, exported).points().stream()
        .filter(point -> route.equals(point.attribute("http.route")))
        .mapToLong(point -> point.histogram().count())
        .sum();
  }

  private static ReceivedMetric newest(String name, List<ReceivedMetric> exported) {
    return exported.stream()
        .filter(metric -> metric.name().equals(name))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private HttpResponse<String> get(ContractEndpoint endpoint) {
    return get(endpoint, "", "");
  }

  private HttpResponse<String> get(ContractEndpoint endpoint, String variable, String query) {
    HttpResponse<String> response = driver().get(endpoint.path(variable) + query);
    assertThat(response.statusCode()).isEqualTo(endpoint.status());
    return response;
  }

  private static void assertRouteAndStatus(ReceivedSpan span, ContractEndpoint endpoint) {
    assertThat(span.name()).isEqualTo("GET " + endpoint.route());
    assertThat(span.attributes())
        .containsEntry("http.route", endpoint.route())
        .containsEntry("http.response.status_code", (long) endpoint.status());
  }

  private static void assertNoError(ReceivedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes()).doesNotContainKey("error.type");
  }
}
