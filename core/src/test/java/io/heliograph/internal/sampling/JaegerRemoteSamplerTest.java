package io.heliograph.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.Compliance;
import io.heliograph.FakeClock;
import io.heliograph.internal.context.Suppression;
import io.heliograph.pipeline.Samplers;
import io.heliograph.pipeline.SamplingInputs;
import io.heliograph.pipeline.SamplingResult.Decision;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class JaegerRemoteSamplerTest {

  private static final SamplingInputs HIGH = SamplingInputs.root("ffffffffffffff");
  private static final SamplingInputs LOW = SamplingInputs.root("00000000000000");
  private static final String HALF = "{\"probabilisticSampling\":{\"samplingRate\":0.5}}";
  private static final String ALL = "{\"probabilisticSampling\":{\"samplingRate\":1}}";
  private static final String THREE_A_SECOND =
      "{\"strategyType\":1,\"rateLimitingSampling\":{\"maxTracesPerSecond\":3}}";
  private static final String BY_OPERATION =
      """
      {"operationSampling":{"defaultSamplingProbability":0,"perOperationStrategies":[
        {"operation":"GET /pay","probabilisticSampling":{"samplingRate":1}}]}}
      """;

  private final FakeClock clock = new FakeClock();
  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final Queue<URI> requests = new ConcurrentLinkedQueue<>();
  private final ExecutorService serving = Executors.newCachedThreadPool();

  private HttpServer server;
  private volatile Answer answer = new Answer(200, HALF);
  private volatile boolean endless;
  private volatile CountDownLatch holdBack = new CountDownLatch(0);

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/sampling", this::answer);
    server.setExecutor(serving);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    serving.shutdownNow();
  }

  @Test
  void asksForTheStrategyOfTheService() throws InterruptedException {
    try (JaegerRemoteSampler sampler = start()) {
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{0.500000}}");
      assertThat(requests.peek()).hasToString("/sampling?service=shop+%26+co");
      assertThat(sampler.sample(HIGH).traceState().get("ot")).isEqualTo("th:8");
      assertThat(sampler.sample(LOW).decision()).isEqualTo(Decision.DROP);
    }
  }

  @Compliance("Traces > Sampling > Sampler: JaegerRemoteSampler")
  @Test
  void followsEachChangeOfStrategy() throws InterruptedException {
    try (JaegerRemoteSampler sampler = start()) {
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{0.500000}}");

      answer = new Answer(200, BY_OPERATION);
      awaitDescription(
          sampler,
          "JaegerRemoteSampler{PerOperation{operations:1,"
              + "default:TraceIdRatioBased{0.000000},lowerBound:0.0}}");
      assertThat(sampler.sample(LOW.named("GET /pay")).decision())
          .isEqualTo(Decision.RECORD_AND_SAMPLE);
      assertThat(sampler.sample(HIGH).decision()).isEqualTo(Decision.DROP);

      answer = new Answer(200, ALL);
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{1.000000}}");
      assertThat(sampler.sample(LOW).decision()).isEqualTo(Decision.RECORD_AND_SAMPLE);
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void anUnchangedRateLimitDoesNotRefillItsBucket() throws InterruptedException {
    answer = new Answer(200, THREE_A_SECOND);
    try (JaegerRemoteSampler sampler = start()) {
      awaitDescription(sampler, "JaegerRemoteSampler{CompositeSampler{RateLimited{3.0}}}");
      assertThat(sampledOf(sampler, 10)).isEqualTo(3);

      awaitRequests(requests.size() + 3);
      assertThat(sampledOf(sampler, 10)).isZero();

      clock.advance(Duration.ofMillis(1000));
      assertThat(sampledOf(sampler, 10)).isEqualTo(3);
    }
  }

  @Test
  void theInitialRateDecidesWhileNobodyAnswers() throws InterruptedException {
    server.stop(0);
    try (JaegerRemoteSampler sampler = start()) {
      assertThat(takeFailure()).hasMessageContaining(endpoint());
      assertThat(sampler.description())
          .isEqualTo("JaegerRemoteSampler{TraceIdRatioBased{0.250000}}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          503 | {}                                              | status 503
          302 | {}                                              | status 302
          200 | <html>                                          | not valid JSON at offset 0
          200 | {"probabilisticSampling":{"samplingRate":7}}    | samplingRate must be a number
          """)
  void aFailureKeepsTheLastStrategyAndIsReported(int answered, String text, String reason)
      throws InterruptedException {
    try (JaegerRemoteSampler sampler = start()) {
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{0.500000}}");

      answer = new Answer(answered, text);

      assertThat(takeFailure())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(endpoint())
          .hasMessageContaining(reason);
      assertThat(sampler.sample(HIGH).traceState().get("ot")).isEqualTo("th:8");

      answer = new Answer(200, ALL);
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{1.000000}}");
    }
  }

  @Test
  void acceptsAnAnswerOf64KiB() throws InterruptedException {
    answer = new Answer(200, ALL + " ".repeat(64 * 1024 - ALL.length()));
    try (JaegerRemoteSampler sampler = start()) {
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{1.000000}}");
    }
  }

  @Test
  void refusesALargerAnswer() throws InterruptedException {
    answer = new Answer(200, ALL + " ".repeat(64 * 1024 - ALL.length() + 1));
    try (JaegerRemoteSampler sampler = start()) {
      assertThat(takeFailure()).hasMessageContaining("larger than 65536 bytes");
      assertThat(sampler.description()).contains("0.250000");
    }
  }

  @Test
  void refusesAnEndlessAnswer() throws InterruptedException {
    endless = true;
    try (JaegerRemoteSampler sampler = start()) {
      assertThat(takeFailure()).hasMessageContaining("larger than 65536 bytes");
      assertThat(sampler.description()).contains("0.250000");
    }
  }

  @Test
  void aFailureReportThatThrowsDoesNotEndThePolling() throws InterruptedException {
    answer = new Answer(500, "");
    try (JaegerRemoteSampler sampler =
        JaegerRemoteSampler.start(
            settings(endpoint()),
            "shop",
            clock,
            thrown -> {
              throw new StackOverflowError();
            })) {
      awaitRequests(2);
      answer = new Answer(200, HALF);
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{0.500000}}");
    }
  }

  @Test
  void keepsTheEndpointsUserInfoAndQueryOutOfReports() throws InterruptedException {
    answer = new Answer(401, "");
    String secret =
        "http://canary:canary@127.0.0.1:%d/sampling?token=canary"
            .formatted(server.getAddress().getPort());
    try (JaegerRemoteSampler sampler =
        JaegerRemoteSampler.start(settings(secret), "shop", clock, failures::add)) {
      assertThat(takeFailure())
          .hasMessageContaining("status 401")
          .hasMessageNotContaining("canary");
      assertThat(sampler.description()).doesNotContain("canary");
      assertThat(requests.peek()).hasToString("/sampling?token=canary&service=shop");
    }
  }

  @Test
  void asksInASuppressedContext() throws InterruptedException {
    BlockingQueue<Boolean> suppressed = new LinkedBlockingQueue<>();
    ProxySelector original = ProxySelector.getDefault();
    ProxySelector.setDefault(new SuppressionProbe(suppressed));
    try (JaegerRemoteSampler sampler = start()) {
      assertThat(suppressed.poll(30, TimeUnit.SECONDS)).isTrue();
      awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{0.500000}}");
    } finally {
      ProxySelector.setDefault(original);
    }
  }

  @Test
  void stopsItsThreadWhenClosed() throws InterruptedException {
    JaegerRemoteSampler sampler = start();
    awaitDescription(sampler, "JaegerRemoteSampler{TraceIdRatioBased{0.500000}}");

    sampler.close();

    await(() -> pollers() == 0);
    assertThat(sampler.sample(HIGH).decision()).isEqualTo(Decision.RECORD_AND_SAMPLE);
    assertThat(failures).isEmpty();
  }

  @Test
  void aPollThatClosingInterruptsIsNoFailure() throws InterruptedException {
    holdBack = new CountDownLatch(1);
    JaegerRemoteSampler sampler = start();
    awaitRequests(1);

    sampler.close();

    await(() -> pollers() == 0);
    holdBack.countDown();
    assertThat(failures).isEmpty();
  }

  private JaegerRemoteSampler start() {
    return JaegerRemoteSampler.start(settings(endpoint()), "shop & co", clock, failures::add);
  }

  private static JaegerSettings settings(String endpoint) {
    return new JaegerSettings(
        URI.create(endpoint), Duration.ofMillis(5), Samplers.traceIdRatio(0.25));
  }

  private String endpoint() {
    return "http://127.0.0.1:%d/sampling".formatted(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI());
    awaitRelease();
    Answer given = answer;
    byte[] bytes = given.body().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(given.status(), endless ? 0 : bytes.length);
      do {
        exchange.getResponseBody().write(bytes);
      } while (endless);
    }
  }

  private void awaitRelease() throws IOException {
    try {
      holdBack.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  private static int sampledOf(JaegerRemoteSampler sampler, int spans) {
    int sampled = 0;
    for (int i = 0; i < spans; i++) {
      sampled += sampler.sample(LOW).decision() == Decision.RECORD_AND_SAMPLE ? 1 : 0;
    }
    return sampled;
  }

  private Throwable takeFailure() throws InterruptedException {
    return failures.poll(30, TimeUnit.SECONDS);
  }

  private static long pollers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("heliograph-jaeger-sampling"))
        .count();
  }

  private void awaitRequests(int count) throws InterruptedException {
    await(() -> requests.size() >= count);
  }

  private static void awaitDescription(JaegerRemoteSampler sampler, String description)
      throws InterruptedException {
    await(() -> sampler.description().equals(description));
  }

  /** The class's timeout ends a wait that never succeeds. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private record Answer(int status, String body) {}

  /** The HTTP client asks it on the thread that sends. */
  private static final class SuppressionProbe extends ProxySelector {
    private final BlockingQueue<Boolean> seen;

    SuppressionProbe(BlockingQueue<Boolean> seen) {
      this.seen = seen;
    }

    @Override
    public List<Proxy> select(URI uri) {
      seen.add(Suppression.isSuppressed(Context.current()));
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
  }
}
