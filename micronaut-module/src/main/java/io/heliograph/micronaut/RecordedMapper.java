package io.heliograph.micronaut;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.annotation.NamedAnnotationMapper;
import io.micronaut.inject.visitor.VisitorContext;
import java.lang.annotation.Annotation;
import java.util.List;

/** Makes the build intercept the methods of one annotation, which knows nothing of Micronaut. */
abstract class RecordedMapper implements NamedAnnotationMapper {

  private final String name;

  private RecordedMapper(String name) {
    this.name = name;
  }

  @Override
  public final String getName() {
    return name;
  }

  @Override
  public final List<AnnotationValue<?>> map(
      AnnotationValue<Annotation> annotation, VisitorContext context) {
    return List.of(AnnotationValue.builder(Recorded.class).build());
  }

  /** Our own. */
  public static final class OfTraced extends RecordedMapper {
    public OfTraced() {
      super("io.heliograph.Traced");
    }
  }

  /** OpenTelemetry's, where it is present. */
  public static final class OfWithSpan extends RecordedMapper {
    public OfWithSpan() {
      super("io.opentelemetry.instrumentation.annotations.WithSpan");
    }
  }

  /** OpenTelemetry's, where it is present. */
  public static final class OfAddingSpanAttributes extends RecordedMapper {
    public OfAddingSpanAttributes() {
      super("io.opentelemetry.instrumentation.annotations.AddingSpanAttributes");
    }
  }
}
