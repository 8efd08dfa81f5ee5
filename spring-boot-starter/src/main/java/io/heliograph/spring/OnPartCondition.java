package io.heliograph.spring;

import io.heliograph.config.EngineSettings;
import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides by core's settings, so that there is one parser and one precedence. */
final class OnPartCondition extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    Settings settings =
        SpringSettings.of(
            Objects.requireNonNull(context.getBeanFactory()), context.getEnvironment());
    if (settings.get(EngineSettings.SDK_DISABLED)) {
      return ConditionOutcome.noMatch(EngineSettings.SDK_DISABLED + " is true");
    }
    List<Part> parts =
        List.of(
            metadata
                .getAnnotations()
                .get(ConditionalOnPart.class)
                .getEnumArray(MergedAnnotation.VALUE, Part.class));
    boolean on = parts.isEmpty() || isAnyOn(parts, settings);
    return new ConditionOutcome(on, parts + (on ? " is on" : " is off"));
  }

  private static boolean isAnyOn(List<Part> parts, Settings settings) {
    for (Part part : parts) {
      if (part.isOn(settings)) {
        return true;
      }
    }
    return false;
  }
}
