package io.heliograph.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.contract.receiver.ReceivedTrace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code @Traced} methods record, and that the context reaches them on other threads. Needs
 * {@link ContractMethod} and {@link ContractEndpoint#SUCCESS}.
 */
public abstract class TracedMethodContract extends Contract {

  private static final String EXCEPTION = "java.lang.IllegalStateException";

  @Test
  final void namesASpanAfterItsMethod() {
    ReceivedSpan span = call(ContractMethod.PLAIN);

    assertThat(span.name()).isEqualTo("ContractMethods.plain");
    assertThat(span.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.events()).isEmpty();
  }

  @Test
  final void namesASpanAsTold() {
    assertThat(call(ContractMethod.NAMED).name()).isEqualTo("contract.named");
  }

  @Test
  final void takesTheKindItIsTold() {
    ReceivedSpan span = call(ContractMethod.KIND);

    assertThat(span.name()).isEqualTo("contract.kind");
    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
  }

  @Test
  final void recordsParameters() {
    ReceivedSpan span = call(ContractMethod.PARAMETERS);

    assertThat(span.name()).isEqualTo("contract.parameters");
    assertThat(span.attributes())
        .containsEntry("contract.text", "one")
        .containsEntry("contract.number", 2L)
        .containsEntry("contract.flag", true)
        .containsEntry("contract.list", List.of("a", "b"))
        .doesNotContainKey("contract.absent");
    assertThat(span.attributes().keySet().stream().filter(key -> key.startsWith("contract.")))
        .hasSize(4);
  }

  @Test
  final void recordsAnException() {
    assertFailed(call(ContractMethod.EXCEPTION));
  }

  @Test
  final void recordsACallOfItsOwnMethod() {
    requires(Capability.SELF_CALL);
    get(ContractMethod.SELF_CALL);

    ReceivedTrace trace = serverTrace(3);
    ReceivedSpan outer = trace.onlyChild(trace.root());
    assertThat(outer.name()).isEqualTo("contract.outer");
    assertThat(trace.onlyChild(outer).name()).isEqualTo("contract.inner");
  }

  @Test
  final void knowsWithSpan() {
    requires(Capability.WITH_SPAN);

    ReceivedSpan span = call(ContractMethod.WITH_SPAN);

    assertThat(span.name()).isEqualTo("contract.with-span");
    assertThat(span.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.attributes()).containsEntry("contract.text", "one");
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGE_SUCCESS", "SINGLE_SUCCESS", "STREAM_SUCCESS"})
  final void endsWithItsResult(ContractMethod method) {
    ReceivedSpan span = callAsynchronously(method);

    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.events())
        .extracting(ReceivedSpan.Event::name)
        .containsExactly(ContractMethod.COMPLETING);
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGE_FAILURE", "SINGLE_FAILURE", "STREAM_FAILURE"})
  final void endsWithTheFailureOfItsResult(ContractMethod method) {
    ReceivedSpan span = callAsynchronously(method);

    assertThat(span.events())
        .extracting(ReceivedSpan.Event::name)
        .containsExactly(ContractMethod.COMPLETING, "exception");
    assertFailed(span);
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGE_CANCEL", "SINGLE_CANCEL", "STREAM_CANCEL"})
  final void endsWithTheCancellationOfItsResult(ContractMethod method) {
    ReceivedSpan span = callAsynchronously(method);

    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.events())
        .extracting(ReceivedSpan.Event::name)
        .containsExactly(ContractMethod.COMPLETING);
  }

  @ParameterizedTest
  @CsvSource({"ASYNC,ASYNC_METHOD", "EXECUTOR,MANAGED_EXECUTOR", "VIRTUAL_THREAD,VIRTUAL_THREADS"})
  final void keepsTheContextOnOtherThreads(ContractMethod method, Capability capability) {
    requires(capability);

    assertThat(call(method).name()).isEqualTo("contract.named");
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "EXCEPTION", "STAGE_FAILURE"})
  final void measuresAMethod(ContractMethod method) {
    settleMetrics();
    ReceivedSpan span = call(method);

    Measurement.await(receiver(), "heliograph.method.duration", span)
        .describes(span, Set.of("code.function.name", "error.type"), SHORT_BOUNDS);
  }

  @Test
  final void startsATraceForAScheduledMethod() {
    requires(Capability.SCHEDULED_METHOD);

    ReceivedSpan span =
        receiver().awaitSpan(candidate -> candidate.name().equals(ContractMethod.SCHEDULED));

    assertThat(span.isRoot()).isTrue();
    assertThat(span.kind()).isEqualTo(SpanKind.INTERNAL);
  }

  private ReceivedSpan callAsynchronously(ContractMethod method) {
    String type = method.method().substring(0, method.method().indexOf('-'));
    if (!type.equals("stage")) {
      requires(type.equals("single") ? Capability.REACTIVE_SINGLE : Capability.REACTIVE_STREAM);
    }
    ReceivedSpan span = call(method);
    assertThat(span.name()).isEqualTo("contract." + type);
    return span;
  }

  /** Calls one method and returns its span, the only child of the server span. */
  private ReceivedSpan call(ContractMethod method) {
    get(method);
    ReceivedTrace trace = serverTrace(2);
    return trace.onlyChild(trace.root());
  }

  private void get(ContractMethod method) {
    assertThat(driver().get(method.path()).statusCode()).isEqualTo(200);
  }

  private static void assertFailed(ReceivedSpan span) {
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).isEqualTo(EXCEPTION);
    Map<String, Object> exception = ExceptionEvents.only(span);
    assertThat(exception)
        .containsEntry("exception.type", EXCEPTION)
        .containsEntry("exception.message", "contract");
    assertThat(exception.get("exception.stacktrace")).asString().contains("\tat ");
  }
}
