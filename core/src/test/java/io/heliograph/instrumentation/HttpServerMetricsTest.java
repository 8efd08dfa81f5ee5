package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.FakeClock;
import io.heliograph.export.Exemplar;
import io.heliograph.export.HistogramPoint;
import io.heliograph.export.NumberPoint;
import io.heliograph.pipeline.Clock;
import io.heliograph.pipeline.Samplers;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerMetricsTest {

  private static final String DURATION = "http.server.request.duration";
  private static final String ACTIVE = "http.server.active_requests";

  private final FakeClock clock = new FakeClock();
  private final MeasuredEngine engine = new MeasuredEngine(clock);
  private final FakeRequest request = new FakeRequest();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void measuresTheSpansOwnTimeByTheConventions() {
    request.routeAtEnd = "/orders/{id}";
    Operation<FakeResponse> operation = server(engine).start(request);
    clock.advance(Duration.ofMillis(250));
    operation.end(new FakeResponse(200), null);

    HistogramPoint point = engine.only(DURATION);
    assertThat(point.attributes())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "GET")
                .put("url.scheme", "http")
                .put("network.protocol.version", "1.1")
                .put("http.route", "/orders/{id}")
                .put("http.response.status_code", 200)
                .build());
    assertThat(point.count()).isEqualTo(1);
    assertThat(point.sum()).isEqualTo(0.25);
    assertThat(engine.metric(DURATION).unit()).isEqualTo("s");
    assertThat(engine.metric(DURATION).instrumentationScope().name())
        .isEqualTo("io.heliograph.fake.server");
    assertThat(MeasuredEngine.boundaries(point))
        .containsExactly(
            0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
  }

  @Test
  void namesTheSpanInItsExemplar() {
    Operation<FakeResponse> operation = server(engine).start(request);
    operation.end(new FakeResponse(200), null);

    assertThat(engine.only(DURATION).exemplars())
        .extracting(Exemplar::spanContext)
        .containsExactly(Span.fromContext(operation.context()).getSpanContext());
  }

  @ParameterizedTest
  @CsvSource({
    "200, false, ",
    "302, true, java.lang.IllegalStateException",
    "404, true, ",
    "500, false, 500",
    "503, true, 503",
    "0, true, java.lang.IllegalStateException",
    "0, false, "
  })
  void hasTheErrorOfTheSpan(int status, boolean thrown, @Nullable String expected) {
    server(engine)
        .start(request)
        .end(
            status == 0 ? null : new FakeResponse(status),
            thrown ? new IllegalStateException("boom") : null);

    Attributes attributes = engine.only(DURATION).attributes();
    assertThat(attributes.get(SemanticAttributes.ERROR_TYPE)).isEqualTo(expected);
    assertThat(attributes.get(SemanticAttributes.HTTP_RESPONSE_STATUS_CODE))
        .isEqualTo(status == 0 ? null : Long.valueOf(status));
  }

  @Test
  void readsTheClockNoOftenerThanTheSpanDoes() {
    CountingClock counting = new CountingClock();
    try (MeasuredEngine measured = new MeasuredEngine(counting)) {
      OpenTelemetry tracesOnly = new TracesOf(measured);
      int without = counting.readsOf(() -> server(tracesOnly).start(request).end(null, null));
      int with = counting.readsOf(() -> server(measured).start(request).end(null, null));

      assertThat(with).isEqualTo(without).isPositive();
      assertThat(measured.only(DURATION).count()).isEqualTo(1);
    }
  }

  @Test
  void measuresRequestsThatAreNotSampled() {
    try (MeasuredEngine unsampled = new MeasuredEngine(clock, Samplers.alwaysOff())) {
      HttpServerInstrumentation<FakeRequest, FakeResponse> server = server(unsampled);
      request.routeAtEnd = "/orders/{id}";
      long before = System.nanoTime();
      server.start(request).end(new FakeResponse(500), null);
      double most = (System.nanoTime() - before) / 1e9;

      HistogramPoint point = unsampled.only(DURATION);
      assertThat(point.sum()).isPositive().isLessThanOrEqualTo(most);
      assertThat(point.exemplars()).isEmpty();
      assertThat(point.attributes())
          .isEqualTo(
              Attributes.builder()
                  .put("http.request.method", "GET")
                  .put("url.scheme", "http")
                  .put("network.protocol.version", "1.1")
                  .put("http.route", "/orders/{id}")
                  .put("http.response.status_code", 500)
                  .put("error.type", "500")
                  .build());
    }
  }

  @Test
  void measuresNothingOfExcludedRequests() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> server =
        new HttpServerInstrumentation<>(
            engine, new ServerOptions().exclude("/health").build(), new FakeServerAdapter());
    request.path = "/health";
    server.start(request).end(new FakeResponse(200), null);
    assertThat(engine.metrics()).isEmpty();

    request.path = "/orders";
    server.start(request).end(new FakeResponse(200), null);
    assertThat(engine.only(DURATION).count()).isEqualTo(1);
  }

  @Test
  void makesOneSeriesOfTenThousandInventedMethods() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> server = server(engine);
    for (int i = 0; i < 10_000; i++) {
      request.method = "M" + i;
      server.start(request).end(new FakeResponse(405), null);
    }

    HistogramPoint point = engine.only(DURATION);
    assertThat(point.count()).isEqualTo(10_000);
    assertThat(point.attributes().get(SemanticAttributes.HTTP_REQUEST_METHOD)).isEqualTo("_OTHER");
    assertThat(engine.numbers(ACTIVE)).hasSize(1);
  }

  @Test
  void losesNoRequestWhenRoutesAreWithoutNumber() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> server = server(engine);
    for (int i = 0; i < 3 * SeriesCache.MOST; i++) {
      request.routeAtEnd = "/" + i;
      server.start(request).end(new FakeResponse(200), null);
    }

    List<HistogramPoint> points = engine.histogram(DURATION);
    assertThat(points).hasSizeLessThanOrEqualTo(2001);
    assertThat(points.stream().mapToLong(HistogramPoint::count).sum())
        .isEqualTo(3 * SeriesCache.MOST);
  }

  @Test
  void countsRequestsWhileTheyAreActive() {
    HttpServerInstrumentation<FakeRequest, FakeResponse> server = server(engine);
    Operation<FakeResponse> first = server.start(request);
    Operation<FakeResponse> second = server.start(request);

    NumberPoint both = engine.numbers(ACTIVE).get(0);
    assertThat(both.longValue()).isEqualTo(2);
    assertThat(both.attributes())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "GET")
                .put("url.scheme", "http")
                .build());
    assertThat(engine.metric(ACTIVE).unit()).isEqualTo("{request}");

    first.end(new FakeResponse(200), null);
    first.end(new FakeResponse(200), null);
    assertThat(engine.numbers(ACTIVE).get(0).longValue()).isEqualTo(1);
    second.end(null, new IllegalStateException("boom"));
    assertThat(engine.numbers(ACTIVE).get(0).longValue()).isZero();
  }

  @Test
  void leavesNoRequestActiveWhenItsResponseCannotBeRead() {
    FakeServerAdapter broken =
        new FakeServerAdapter() {
          @Override
          public int statusCode(FakeResponse response) {
            throw new LinkageError("broken");
          }
        };
    new HttpServerInstrumentation<>(engine, HttpServerOptions.defaults(), broken)
        .start(request)
        .end(new FakeResponse(200), null);

    assertThat(engine.numbers(ACTIVE).get(0).longValue()).isZero();
  }

  @Test
  void readsNothingAtTheEndIfNobodyWantsIt() {
    AtomicInteger reads = new AtomicInteger();
    FakeServerAdapter counting =
        new FakeServerAdapter() {
          @Override
          public int statusCode(FakeResponse response) {
            return reads.incrementAndGet();
          }
        };
    try (MeasuredEngine unsampled = new MeasuredEngine(clock, Samplers.alwaysOff())) {
      OpenTelemetry tracesOnly = new TracesOf(unsampled);
      new HttpServerInstrumentation<>(tracesOnly, HttpServerOptions.defaults(), counting)
          .start(request)
          .end(new FakeResponse(200), null);
      assertThat(reads).hasValue(0);

      new HttpServerInstrumentation<>(unsampled, HttpServerOptions.defaults(), counting)
          .start(request)
          .end(new FakeResponse(200), null);
      assertThat(reads).hasValue(1);
    }
  }

  @Test
  @Tag("official-sdk")
  void worksWithAnotherOpenTelemetry() {
    InMemoryMetricReader reader = InMemoryMetricReader.create();
    OpenTelemetry official =
        OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();
    HttpServerInstrumentation<FakeRequest, FakeResponse> server = server(official);
    server.start(request).end(new FakeResponse(200), null);
    server.start(request).end(new FakeResponse(200), null);
    server(engine).start(request).end(new FakeResponse(200), null);

    HistogramPointData theirs =
        reader.collectAllMetrics().stream()
            .filter(metric -> metric.getName().equals(DURATION))
            .findFirst()
            .orElseThrow()
            .getHistogramData()
            .getPoints()
            .iterator()
            .next();
    HistogramPoint ours = engine.only(DURATION);
    assertThat(theirs.getCount()).isEqualTo(2);
    assertThat(theirs.getSum()).isPositive();
    assertThat(theirs.getAttributes()).isEqualTo(ours.attributes());
    assertThat(theirs.getBoundaries()).isEqualTo(MeasuredEngine.boundaries(ours));
  }

  private static HttpServerInstrumentation<FakeRequest, FakeResponse> server(
      OpenTelemetry openTelemetry) {
    return new HttpServerInstrumentation<>(
        openTelemetry, HttpServerOptions.defaults(), new FakeServerAdapter());
  }

  /** Counts what the thread of the test reads: the exporters' workers have their own pace. */
  private static final class CountingClock implements Clock {

    private final Thread counted = Thread.currentThread();
    private int reads;

    @Override
    public long epochNanos() {
      count();
      return Clock.system().epochNanos();
    }

    @Override
    public long nanoTime() {
      count();
      return System.nanoTime();
    }

    private void count() {
      if (Thread.currentThread() == counted) {
        reads++;
      }
    }

    int readsOf(Runnable work) {
      int before = reads;
      work.run();
      return reads - before;
    }
  }
}
