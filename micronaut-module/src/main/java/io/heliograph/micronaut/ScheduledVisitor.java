package io.heliograph.micronaut;

import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.visitor.TypeElementVisitor;
import io.micronaut.inject.visitor.VisitorContext;

/**
 * Makes the build intercept scheduled methods, where it can: nobody asked for it who wrote a final
 * class, and the build would refuse that.
 */
public final class ScheduledVisitor implements TypeElementVisitor<Object, Object> {

  /** Micronaut knows an annotation that can be repeated by its container, even if there is one. */
  @Override
  public String getElementType() {
    return "io.micronaut.scheduling.annotation.Schedules";
  }

  @Override
  public VisitorKind getVisitorKind() {
    return VisitorKind.ISOLATING;
  }

  @Override
  public void visitMethod(MethodElement method, VisitorContext context) {
    if (!method.isFinal() && !method.isPrivate() && !method.getOwningType().isFinal()) {
      method.annotate(Recorded.class);
    }
  }
}
