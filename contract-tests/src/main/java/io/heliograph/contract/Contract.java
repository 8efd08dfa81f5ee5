package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiver;
import io.heliograph.contract.receiver.OtlpReceiverExtension;
import io.heliograph.contract.receiver.ReceivedMetric;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What all contracts share. A subclass starts its application with {@link ContractSettings} before
 * or in {@link #baseUri}, and says where it is.
 *
 * <p>The receiver is one for all contracts of a class loader, and started when this class is
 * initialised.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Contract {

  /** Every contract makes HTTP requests, so that this is always exported. */
  static final String HTTP_SERVER_DURATION = "http.server.request.duration";

  /** What the conventions advise for the duration of HTTP requests and calls. */
  static final List<Double> HTTP_BOUNDS =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  /** What the conventions advise for the duration of database calls. */
  static final List<Double> SHORT_BOUNDS =
      List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

  @RegisterExtension static final OtlpReceiverExtension OTLP = new OtlpReceiverExtension();

  static {
    OTLP.receiver()
        .ignoreAlways(
            span -> span.name().equals(ContractMethod.SCHEDULED),
            "the scheduler runs all through the tests");
  }

  /** The receiver that the application exports to. */
  public static OtlpReceiver receiver() {
    return OTLP.receiver();
  }

  /** The root of the running application, such as {@code http://127.0.0.1:8080}. */
  protected abstract URI baseUri();

  /** What {@code docs/capabilities.md} calls the framework under test, null if it is none. */
  protected @Nullable String framework() {
    return null;
  }

  /** What this application cannot do, each with the reason. */
  protected Map<Capability, String> lacking() {
    return Map.of();
  }

  /** Lets what the start of the application caused, such as queries, arrive and be forgotten. */
  @BeforeAll
  final void settle() {
    awaitEarlierSpans();
    beforeStartIsForgotten();
    assertThat(receiver().violations()).isEmpty();
    receiver().reset();
  }

  /** Looks at what the start caused. */
  void beforeStartIsForgotten() {}

  final Driver driver() {
    return new Driver(baseUri());
  }

  /** Skips the test, with the reason, when the application or the JDK lacks the capability. */
  final void requires(Capability capability) {
    if (capability == Capability.VIRTUAL_THREADS && Runtime.version().feature() < 21) {
      Assumptions.abort("the JDK is older than 21");
    }
    String reason = lacking().get(capability);
    declare(capability, reason == null ? "" : reason);
    if (reason != null) {
      assertThat(reason).as("the reason why " + capability + " is lacking").isNotBlank();
      Assumptions.abort("lacks " + capability + ": " + reason);
    }
  }

  private void declare(Capability capability, String reason) {
    String framework = framework();
    Capabilities documented = Capabilities.ofProject();
    if (framework == null || documented == null) {
      return;
    }
    CapabilityRow declared =
        new CapabilityRow(framework, getClass().getSimpleName(), capability, reason);
    if (GeneratedPage.isRegenerated()) {
      documented.regenerate(declared);
    }
    documented.check(declared);
  }

  /** Begins anew after a collection, so that what comes next is an exemplar. */
  final void settleMetrics() {
    awaitMetrics();
    receiver().reset();
  }

  /**
   * Waits until what was measured so far has been collected. Other applications may export to the
   * same receiver at the same time, so that this one's resource counts.
   *
   * @return all that this application has exported since the receiver was reset
   */
  final List<ReceivedMetric> awaitMetrics() {
    Map<String, Object> application = awaitEarlierSpans().resource();
    Measurement.awaitCollection(receiver(), HTTP_SERVER_DURATION, application);
    return receiver().metrics().stream()
        .filter(metric -> metric.resource().equals(application))
        .toList();
  }

  /** Waits for the trace of the test's only request to this application. */
  final ReceivedTrace serverTrace(int size) {
    return receiver().awaitTrace(span -> span.kind() == SpanKind.SERVER, size);
  }

  /** Waits for the span of the test's only request, which has nothing below it. */
  final ReceivedSpan serverSpan() {
    return serverTrace(1).root();
  }

  /** Asserts that nothing was exported of what the test has done. */
  final void assertNothingExported() {
    awaitEarlierSpans();
    assertThat(receiver().unclaimedSpans()).isEmpty();
  }

  /** Makes one more request and waits for its span, which follows all earlier ones; returns it. */
  final ReceivedSpan awaitEarlierSpans() {
    String marker = "marker=" + UUID.randomUUID();
    driver().get(ContractEndpoint.SUCCESS.path() + "?" + marker);
    return receiver().awaitSpan(span -> marker.equals(span.attribute("url.query")));
  }
}
