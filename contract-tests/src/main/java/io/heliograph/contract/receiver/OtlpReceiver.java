package io.heliograph.contract.receiver;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A strict OTLP receiver on 127.0.0.1 for tests, speaking HTTP (protobuf and JSON) and gRPC.
 *
 * <p>What breaks the rules of OTLP is answered with 400 or INVALID_ARGUMENT and remembered as a
 * violation, which {@link OtlpReceiverExtension} turns into a failed test. Waiting methods return
 * as soon as they can, throw AssertionError with a picture of what did arrive after the deadline
 * (20 s), and claim the spans they return. Thread-safe.
 *
 * <pre>{@code
 * try (OtlpReceiver receiver = OtlpReceiver.start()) {
 *   // export to receiver.httpEndpoint()
 *   ReceivedSpan span = receiver.awaitSpan(s -> s.name().equals("GET"));
 * }
 * }</pre>
 */
public final class OtlpReceiver implements AutoCloseable {

  private final SpanLog log = new SpanLog();
  private final Script script = new Script();
  private final Hold hold = new Hold();
  private final Duration deadline;
  private final String scheme;
  private final HttpEndpoint http;
  private final GrpcEndpoint grpc;

  private OtlpReceiver(Builder builder) {
    Intake intake = new Intake(log);
    deadline = builder.deadline;
    scheme = builder.tls == null ? "http" : "https";
    http = new HttpEndpoint(builder.httpPort, builder.tls, intake, script, hold);
    grpc = new GrpcEndpoint(builder.grpcPort, builder.tls, intake, script, hold);
  }

  /** Starts a receiver without TLS on free ports. */
  public static OtlpReceiver start() {
    return builder().start();
  }

  /** Options for a receiver. */
  public static Builder builder() {
    return new Builder();
  }

  /** The base endpoint of OTLP/HTTP, without a slash at its end. */
  public String httpEndpoint() {
    return scheme + "://127.0.0.1:" + http.gate().port();
  }

  /** The endpoint of OTLP/gRPC. */
  public String grpcEndpoint() {
    return scheme + "://127.0.0.1:" + grpc.gate().port();
  }

  /** Orders what happens to the next requests, whichever signal and protocol they are of. */
  public void script(ScriptedResponse... responses) {
    script.add(responses);
  }

  /** Orders what happens to every request that no scripted response is left for. */
  public void respondAlways(ScriptedResponse response) {
    script.always(response);
  }

  /** Resets open connections and refuses new ones until {@link #up()}. */
  public void down() {
    http.gate().down();
    grpc.gate().down();
  }

  /** Listens again on the same ports. */
  public void up() {
    http.gate().up();
    grpc.gate().up();
  }

  /** All well-formed requests, whatever they were answered, in the order of their arrival. */
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /** The well-formed requests of one signal. */
  public List<ReceivedRequest> requests(Signal signal) {
    return log.requests().stream().filter(request -> request.signal() == signal).toList();
  }

  /** All accepted spans, in the order of their arrival. Claims none. */
  public List<ReceivedSpan> spans() {
    return log.spans();
  }

  /**
   * All accepted log records, in the order of their arrival. Nobody has to ask for each of them: an
   * application logs more than a test knows of.
   */
  public List<ReceivedLogRecord> logs() {
    return log.logs();
  }

  /** Waits for at least {@code count} log records. */
  public List<ReceivedLogRecord> awaitLogs(int count) {
    return log.await(count + " log records", deadline, () -> atLeast(count, logs()));
  }

  /** Waits for a log record. */
  public ReceivedLogRecord awaitLog(Predicate<ReceivedLogRecord> matcher) {
    return log.await(
        "a log record that matches",
        deadline,
        () -> logs().stream().filter(matcher).findFirst().orElse(null));
  }

  /**
   * All accepted metrics, in the order of their arrival: a metric again for each export that had
   * it. Nobody has to ask for them, because how often they come depends on how long a test runs.
   */
  public List<ReceivedMetric> metrics() {
    return log.metrics();
  }

  /** All accepted spans, metrics and log records. Claims none. */
  public Received received() {
    return log.received();
  }

  /** Waits until a metric matches, and returns all that do so far. */
  public List<ReceivedMetric> awaitMetrics(Predicate<ReceivedMetric> matcher) {
    return log.await(
        "a metric that matches",
        deadline,
        () -> atLeast(1, metrics().stream().filter(matcher).toList()));
  }

  /** Waits for a metric; of those that match the one that came first. */
  public ReceivedMetric awaitMetric(Predicate<ReceivedMetric> matcher) {
    return awaitMetrics(matcher).get(0);
  }

  /** Waits for at least {@code count} requests of a signal, whatever they were answered. */
  public List<ReceivedRequest> awaitRequests(Signal signal, int count) {
    return log.await(
        count + " requests of " + signal, deadline, () -> atLeast(count, requests(signal)));
  }

  /** Waits for at least {@code count} spans and claims all that are there. */
  public List<ReceivedSpan> awaitSpans(int count) {
    return claimed(log.await(count + " spans", deadline, () -> atLeast(count, log.expected())));
  }

  /** Waits for a span and claims it alone. */
  public ReceivedSpan awaitSpan(Predicate<ReceivedSpan> matcher) {
    ReceivedSpan span = log.await("a span that matches", deadline, () -> first(matcher));
    log.claim(List.of(span));
    return span;
  }

  /**
   * Waits for a span and then for its trace, and claims that.
   *
   * @param size how many spans the trace has; AssertionError when it has more
   */
  public ReceivedTrace awaitTrace(Predicate<ReceivedSpan> rootMatcher, int size) {
    ReceivedTrace trace =
        log.await("a trace of " + size + " spans", deadline, () -> trace(rootMatcher, size));
    claimed(trace.spans());
    if (trace.spans().size() > size) {
      throw new AssertionError(
          "Expected " + size + " spans in\n" + TraceTree.render(trace.spans()));
    }
    return trace;
  }

  /** The accepted spans that no waiting method has returned. */
  public List<ReceivedSpan> unclaimedSpans() {
    return log.unclaimed();
  }

  /** Claims whatever is there and not asked for; the reason is for the reader of the test. */
  public void ignoreRemaining(String reason) {
    requireReason(reason);
    claimed(unclaimedSpans());
  }

  /**
   * Asks for no span that matches, in all tests, nor counts it in {@link #awaitSpans}; the reason
   * is for the reader of the test.
   */
  public void ignoreAlways(Predicate<ReceivedSpan> matcher, String reason) {
    requireReason(reason);
    log.ignoreAlways(matcher);
  }

  /** What was malformed, one line each. */
  public List<String> violations() {
    return log.violations();
  }

  /** The same, and forgets them: for tests that provoke violations. */
  public List<String> takeViolations() {
    return log.takeViolations();
  }

  /** Forgets everything received and every response ordered. */
  public void reset() {
    script.reset();
    log.reset();
  }

  @Override
  public void close() {
    hold.close();
    http.close();
    grpc.close();
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("to ignore spans needs a reason");
    }
  }

  private static <T> @Nullable List<T> atLeast(int count, List<T> list) {
    return list.size() < count ? null : list;
  }

  private @Nullable ReceivedSpan first(Predicate<ReceivedSpan> matcher) {
    return spans().stream().filter(matcher).findFirst().orElse(null);
  }

  private @Nullable ReceivedTrace trace(Predicate<ReceivedSpan> rootMatcher, int size) {
    ReceivedSpan root = first(rootMatcher);
    if (root == null) {
      return null;
    }
    List<ReceivedSpan> trace =
        spans().stream().filter(span -> span.traceId().equals(root.traceId())).toList();
    return trace.size() < size ? null : new ReceivedTrace(root, trace);
  }

  private List<ReceivedSpan> claimed(List<ReceivedSpan> spans) {
    log.claim(spans);
    return spans;
  }

  /** Options for a receiver; not thread-safe. */
  public static final class Builder {

    private Duration deadline = Duration.ofSeconds(20);
    private int httpPort;
    private int grpcPort;
    private @Nullable ServerTls tls;

    private Builder() {}

    /** Speaks TLS on both ports. */
    public Builder tls(SSLContext server) {
      tls = new ServerTls(server, false);
      return this;
    }

    /** Speaks TLS on both ports and demands a certificate which the context trusts. */
    public Builder mutualTls(SSLContext server) {
      tls = new ServerTls(server, true);
      return this;
    }

    /** A port for HTTP; by default 0, a free one. */
    public Builder httpPort(int port) {
      httpPort = port;
      return this;
    }

    /** A port for gRPC; by default 0, a free one. */
    public Builder grpcPort(int port) {
      grpcPort = port;
      return this;
    }

    /** How long waiting methods wait; by default 20 s. */
    public Builder deadline(Duration deadline) {
      this.deadline = deadline;
      return this;
    }

    /** Starts the receiver; throws UncheckedIOException when a port is taken. */
    public OtlpReceiver start() {
      return new OtlpReceiver(this);
    }
  }
}
