package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.config.Part;
import io.heliograph.config.PropertySource;
import io.heliograph.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ApplicationEngineTest {

  private final ApplicationEngine engine = new ApplicationEngine();

  @Test
  void recordsNothingBeforeTheStart() {
    assertThat(engine.records(Part.HTTP_SERVER)).isFalse();
    assertThatThrownBy(engine::heliograph).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void recordsThePartsThatAreOn() {
    try (Heliograph heliograph = started(Map.of("heliograph.jdbc.enabled", "false"))) {
      assertThat(engine.heliograph()).isSameAs(heliograph);
      assertThat(engine.records(Part.HTTP_SERVER)).isTrue();
      assertThat(engine.records(Part.JDBC)).isFalse();
    }
  }

  @Test
  void recordsNothingWhileTheEngineIsOff() {
    try (Heliograph heliograph = started(Map.of("heliograph.sdk.disabled", "true"))) {
      assertThat(engine.records(Part.HTTP_SERVER)).isFalse();
    }
  }

  @Test
  void makesLaterWhatNeedsTheEngine() {
    Supplier<Heliograph> later = engine.lazily(started -> started);

    try (Heliograph heliograph = started(Map.of())) {
      assertThat(later.get()).isSameAs(heliograph).isSameAs(later.get());
    }
  }

  @Test
  void doesAtTheStartWhatIsWanted() {
    List<String> done = new ArrayList<>();
    engine.whenStarted(Part.JDBC, started -> done.add("off"));
    engine.whenStarted(Part.HTTP_SERVER, started -> done.add("early"));

    try (Heliograph heliograph = started(Map.of("heliograph.jdbc.enabled", "false"))) {
      engine.whenStarted(Part.HTTP_SERVER, started -> done.add("late"));
    }

    assertThat(done).containsExactly("early", "late");
  }

  @Test
  void tellsWhatWasFoundBeforeAndAfterTheStart() {
    engine.findings().found(Part.HTTP_SERVER, "web");
    engine.findings().found(Part.JDBC, "orders");
    try (Heliograph heliograph = started(Map.of("heliograph.jdbc.enabled", "false"))) {
      engine.report();
      engine.findings().found(Part.HTTP_CLIENT, "stock");

      Diagnostics diagnostics = heliograph.diagnostics();
      assertThat(diagnostics.coverage().instrumented())
          .containsEntry("HTTP server", "web")
          .containsEntry("HTTP clients", "stock")
          .doesNotContainKey("data sources");
      assertThat(diagnostics.coverage().notInstrumented())
          .containsEntry("data sources", "heliograph.jdbc.enabled is false");
      assertThat(diagnostics.coverage().owners()).containsEntry("jdbc", "nobody");
    }
  }

  private Heliograph started(Map<String, String> properties) {
    Heliograph heliograph =
        Heliograph.builder()
            .settings(Settings.load(PropertySource.of(properties, "test"), Map.of()))
            .deferStartUpSummary()
            .build();
    engine.started(heliograph);
    return heliograph;
  }
}
