package io.heliograph.contract.receiver;

import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A receiver for a test class, which fails each test that leaves something wrong behind: a
 * violation of OTLP, a span that the test did not ask for, an OpenTelemetry context that is still
 * current.
 *
 * <p>To be used in a static field, so that it lives as long as the application under test:
 *
 * <pre>{@code
 * @RegisterExtension static final OtlpReceiverExtension OTLP = new OtlpReceiverExtension();
 * }</pre>
 *
 * <p>It starts its receiver at once, because the application wants to know the endpoint first, and
 * never closes it, because test classes may inherit the field from each other. What arrives before
 * the first test belongs to the start of the application and is forgiven.
 */
public final class OtlpReceiverExtension implements BeforeEachCallback, AfterEachCallback {

  private final OtlpReceiver receiver;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** With a receiver without TLS on free ports. */
  public OtlpReceiverExtension() {
    this(OtlpReceiver.start());
  }

  /** With a given receiver. */
  public OtlpReceiverExtension(OtlpReceiver receiver) {
    this.receiver = receiver;
  }

  /** The receiver that is checked. */
  public OtlpReceiver receiver() {
    return receiver;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    List<String> problems = new ArrayList<>();
    if (begun.getAndSet(true)) {
      checkReceiver(problems);
    }
    receiver.reset();
    failOn("Arrived before the test began, so an earlier test did not wait for it:", problems);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> problems = new ArrayList<>();
    checkReceiver(problems);
    checkContext(problems);
    receiver.reset();
    failOn("The test left behind:", problems);
  }

  private void checkReceiver(List<String> problems) {
    receiver.violations().forEach(violation -> problems.add("violation of OTLP: " + violation));
    List<ReceivedSpan> unclaimed = receiver.unclaimedSpans();
    if (!unclaimed.isEmpty()) {
      problems.add("spans nobody asked for:\n" + TraceTree.render(unclaimed));
    }
  }

  private static void checkContext(List<String> problems) {
    Context leaked = Context.current();
    if (!leaked.equals(Context.root())) {
      problems.add("an OpenTelemetry context on the test thread: " + leaked);
      cleanThread();
    }
  }

  /** Never closed on purpose: the next test starts from the root context. */
  @SuppressWarnings({"MustBeClosedChecker", "CheckReturnValue"})
  private static void cleanThread() {
    Context.root().makeCurrent();
  }

  private static void failOn(String headline, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new AssertionError(headline + "\n" + String.join("\n", problems));
    }
  }
}
