package io.heliograph.quarkus;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.EngineSettings;
import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import io.heliograph.instrumentation.HttpClientAdapter;
import io.heliograph.instrumentation.HttpClientInstrumentation;
import io.heliograph.instrumentation.HttpClientOptions;
import io.opentelemetry.api.OpenTelemetry;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The application's engine, for parts that are made before it is started. Thread-safe. */
public final class Engine {

  /**
   * @param parts that are to record something
   */
  private record Started(Heliograph heliograph, Set<Part> parts) {

    static Started of(Heliograph heliograph) {
      Settings settings = heliograph.settings();
      Set<Part> parts = EnumSet.allOf(Part.class);
      boolean disabled = settings.get(EngineSettings.SDK_DISABLED);
      parts.removeIf(part -> disabled || !part.isOn(settings));
      return new Started(heliograph, parts);
    }
  }

  private final StartUpFindings findings = new StartUpFindings();
  private volatile @Nullable Started started;

  void started(Heliograph heliograph) {
    started = Started.of(heliograph);
  }

  /** Whether this part is to record anything; none does before the start. */
  boolean records(Part part) {
    Started now = started;
    return now != null && now.parts.contains(part);
  }

  /**
   * What was started.
   *
   * @throws IllegalStateException before that, such as in beans that are made too early
   */
  Heliograph heliograph() {
    Started now = started;
    if (now == null) {
      throw new IllegalStateException("Heliograph has not been started yet.");
    }
    return now.heliograph;
  }

  /** Whether beans that are made now can have it. */
  boolean isStarted() {
    return started != null;
  }

  <Q, S> HttpClientInstrumentation<Q, S> httpClient(HttpClientAdapter<Q, S> adapter) {
    return new HttpClientInstrumentation<>(
        openTelemetry(), HttpClientOptions.from(settings()), adapter);
  }

  OpenTelemetry openTelemetry() {
    return heliograph().openTelemetry();
  }

  Settings settings() {
    return heliograph().settings();
  }

  StartUpFindings findings() {
    return findings;
  }
}
