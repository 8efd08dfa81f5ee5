package io.heliograph.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.Traced;
import io.heliograph.config.EngineSettings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OffInTestsTest {

  @RegisterExtension
  static final QuarkusUnitTest APPLICATION =
      new QuarkusUnitTest()
          .withApplicationRoot(jar -> jar.addClass(Work.class))
          .setLogRecordPredicate(line -> line.getLoggerName().startsWith("io.heliograph"))
          .assertLogRecords(lines -> assertThat(lines).isEmpty());

  @Singleton
  static class Work {

    @Traced
    boolean isRecorded() {
      return Span.current().getSpanContext().isValid();
    }
  }

  @Inject Heliograph heliograph;
  @Inject OpenTelemetry openTelemetry;
  @Inject Work work;

  @Test
  void recordsNothingUnlessAsked() {
    assertThat(heliograph.settings().get(EngineSettings.SDK_DISABLED)).isTrue();
    assertThat(openTelemetry.getTracer("test").spanBuilder("any").startSpan().isRecording())
        .isFalse();
    assertThat(work.isRecorded()).isFalse();
  }
}
