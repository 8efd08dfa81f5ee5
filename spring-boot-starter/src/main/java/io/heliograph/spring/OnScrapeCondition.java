package io.heliograph.spring;

import io.heliograph.config.ExportSettings;
import io.heliograph.config.Settings;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where metrics are to be scraped, by core's settings. */
final class OnScrapeCondition extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    Settings settings =
        SpringSettings.of(
            Objects.requireNonNull(context.getBeanFactory()), context.getEnvironment());
    boolean on = settings.get(ExportSettings.METRICS_EXPORTER).contains(ExportSettings.PROMETHEUS);
    String key = ExportSettings.METRICS_EXPORTER.key();
    return new ConditionOutcome(on, key + (on ? " has " : " has no ") + ExportSettings.PROMETHEUS);
  }
}
