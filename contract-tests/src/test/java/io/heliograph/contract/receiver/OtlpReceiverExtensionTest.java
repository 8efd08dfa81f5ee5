package io.heliograph.contract.receiver;

import static io.heliograph.contract.receiver.Spans.request;
import static io.heliograph.contract.receiver.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class OtlpReceiverExtensionTest {

  @Test
  void passesATestThatClaimsItsSpans() {
    assertThat(failuresOf("claims")).isEmpty();
  }

  @Test
  void passesATestThatNamesWhyItIgnoresTheRest() {
    assertThat(failuresOf("ignoresTheRest")).isEmpty();
  }

  @Test
  void failsATestThatLeavesASpanUnclaimed() {
    assertThat(failuresOf("leavesASpan"))
        .singleElement()
        .asString()
        .contains("spans nobody asked for", "shop  GET");
  }

  @Test
  void failsATestWithAViolation() {
    assertThat(failuresOf("violates")).singleElement().asString().contains("has no name");
  }

  @Test
  void failsATestThatLeaksAContextAndCleansTheThread() {
    assertThat(failuresOf("leaksAContext")).singleElement().asString().contains("context on");
    assertThat(Context.current()).isEqualTo(Context.root());
  }

  @Test
  void failsTheTestAfterASpanThatCameTooLate() throws Exception {
    failuresOf("claims");
    Cases.send("late");

    assertThat(failuresOf("claims")).singleElement().asString().contains("earlier test");
  }

  private static List<String> failuresOf(String method) {
    Events events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectMethod(Cases.class, method))
            .execute()
            .testEvents();
    assertThat(events.finished().count()).isEqualTo(1);
    return events.failed().stream().map(OtlpReceiverExtensionTest::message).toList();
  }

  private static String message(Event failed) {
    return String.valueOf(
        failed
            .getRequiredPayload(TestExecutionResult.class)
            .getThrowable()
            .orElseThrow()
            .getMessage());
  }

  /** Run by the tests above only. */
  @Tag("slow")
  static class Cases {

    @RegisterExtension static final OtlpReceiverExtension OTLP = new OtlpReceiverExtension();

    @Test
    void claims() throws Exception {
      send("GET");
      assertThat(OTLP.receiver().awaitSpans(1)).hasSize(1);
    }

    @Test
    void ignoresTheRest() throws Exception {
      send("GET");
      OTLP.receiver().ignoreRemaining("the point of this test");
    }

    @Test
    void leavesASpan() throws Exception {
      send("GET");
    }

    @Test
    void violates() throws Exception {
      send("");
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker")
    void leaksAContext() {
      Context.root().with(ContextKey.named("leak"), "leaked").makeCurrent();
    }

    private static void send(String name) throws Exception {
      Sender.sendProtobuf(OTLP.receiver(), request(span(1, 0, name)));
    }
  }
}
