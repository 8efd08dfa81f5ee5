package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.Traced;
import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import io.heliograph.instrumentation.AsyncResult;
import io.heliograph.instrumentation.RecordedMethods;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.Schedules;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Records calls of methods that are annotated, and runs of methods that are scheduled. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnPart({Part.TRACED, Part.SCHEDULED})
public final class HeliographMethodAutoConfiguration {

  private static final String SCOPE = "io.heliograph.spring.methods";

  HeliographMethodAutoConfiguration() {}

  @Bean
  static MethodPostProcessor heliographMethods(
      ConfigurableListableBeanFactory beans,
      Environment environment,
      ObjectProvider<Heliograph> heliograph,
      StartUpFindings findings) {
    Settings settings = SpringSettings.of(beans, environment);
    List<Class<? extends Annotation>> annotations = new ArrayList<>();
    if (Part.TRACED.isOn(settings)) {
      annotations.addAll(traced());
    }
    List<Class<? extends Annotation>> scheduling =
        Part.SCHEDULED.isOn(settings) ? List.of(Scheduled.class, Schedules.class) : List.of();
    annotations.addAll(scheduling);
    return new MethodPostProcessor(
        new MethodTracing(methods(heliograph)),
        new AnnotatedMethods(List.copyOf(annotations), findings),
        findings);
  }

  private static List<Class<? extends Annotation>> traced() {
    boolean openTelemetry =
        ClassUtils.isPresent(
            "io.opentelemetry.instrumentation.annotations.WithSpan",
            HeliographMethodAutoConfiguration.class.getClassLoader());
    return openTelemetry
        ? List.of(Traced.class, WithSpan.class, AddingSpanAttributes.class)
        : List.of(Traced.class);
  }

  private static Supplier<RecordedMethods> methods(ObjectProvider<Heliograph> heliograph) {
    return SingletonSupplier.of(
        () ->
            RecordedMethods.of(
                heliograph.getObject(),
                SCOPE,
                asyncResults(),
                Set.of(Scheduled.class.getName(), Schedules.class.getName())));
  }

  private static List<AsyncResult> asyncResults() {
    boolean reactor =
        ClassUtils.isPresent(
            "reactor.core.publisher.Flux",
            HeliographMethodAutoConfiguration.class.getClassLoader());
    return reactor ? List.of(new ReactorResult()) : List.of();
  }
}
