package io.heliograph;

import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SpanProcessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Gives a builder what a framework's container has of the engine's extension types.
 *
 * @param lookup all beans of a type, in their order
 */
record Beans(Function<Class<?>, ? extends Collection<?>> lookup) {

  static final List<Class<?>> TYPES =
      List.of(
          SpanProcessor.class,
          Sampler.class,
          IdGenerator.class,
          ResourceDetector.class,
          HeliographCustomizer.class);

  void into(HeliographBuilder builder) {
    for (SpanProcessor processor : all(SpanProcessor.class)) {
      builder.spanProcessor(processor);
    }
    for (Sampler sampler : only(Sampler.class)) {
      builder.sampler(sampler);
    }
    for (IdGenerator generator : only(IdGenerator.class)) {
      builder.idGenerator(generator);
    }
    for (ResourceDetector detector : all(ResourceDetector.class)) {
      builder.resourceDetector(detector);
    }
    for (HeliographCustomizer customizer : all(HeliographCustomizer.class)) {
      customizer.customize(builder);
    }
  }

  /** One of several would be a guess. */
  private <T> List<T> only(Class<T> type) {
    List<T> all = all(type);
    return all.size() == 1 ? all : List.of();
  }

  private <T> List<T> all(Class<T> type) {
    List<T> all = new ArrayList<>();
    for (Object bean : lookup.apply(type)) {
      all.add(type.cast(bean));
    }
    return all;
  }
}
