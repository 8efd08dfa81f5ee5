package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.Traced;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedMethodsTest {

  private final InMemoryExporter<ReadableSpan> recorded = new InMemoryExporter<>();

  @ParameterizedTest
  @CsvSource({
    "true, true, traced run both",
    "true, false, traced both",
    "false, true, run both",
    "false, false, ''"
  })
  void recordsWhatIsSwitchedOn(boolean traced, boolean scheduled, String names) throws Throwable {
    Settings settings =
        Settings.load(
            PropertySource.of(
                Map.of(
                    "heliograph.traced.enabled", String.valueOf(traced),
                    "heliograph.scheduled.enabled", String.valueOf(scheduled)),
                "test"),
            Map.of());

    assertThat(callAll(settings))
        .extracting(span -> span.name().substring("Work.".length()))
        .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
  }

  @Test
  void startsATraceForEachRunOfAScheduledMethod() throws Throwable {
    List<ReadableSpan> spans = callAll(Settings.load(PropertySource.empty(), Map.of()));

    assertThat(spans).extracting(span -> span.spanContext().getTraceId()).doesNotHaveDuplicates();
  }

  private List<ReadableSpan> callAll(Settings settings) throws Throwable {
    try (Heliograph heliograph =
        Heliograph.builder().settings(settings).exporter("memory", recorded).build()) {
      RecordedMethods methods =
          RecordedMethods.of(heliograph, "test", List.of(), Set.of(Run.class.getName()));
      for (String name : List.of("traced", "run", "both", "neither")) {
        Object answer =
            methods.call(Work.class.getDeclaredMethod(name), new Object[0], () -> "called");
        assertThat(answer).isEqualTo("called");
      }
      assertThat(heliograph.flush()).isTrue();
    }
    return recorded.items();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Run {}

  static class Work {

    @Traced
    void traced() {}

    @Run
    void run() {}

    @Run
    @Traced
    void both() {}

    void neither() {}
  }
}
