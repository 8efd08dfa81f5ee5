package io.heliograph.spring;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Finds others that would record the same spans once more, and says how to switch them off. */
final class OtherTracers {

  private OtherTracers() {}

  static void warn(ListableBeanFactory beans, System.Logger logger) {
    if (ClassUtils.isPresent(
        "io.opentelemetry.javaagent.OpenTelemetryAgent", ClassLoader.getSystemClassLoader())) {
      logger.log(
          System.Logger.Level.WARNING,
          "The OpenTelemetry Java agent is active as well, so that spans are doubled: remove"
              + " -javaagent, or set heliograph.sdk.disabled=true.");
    }
    if (hasBean(beans, "io.micrometer.tracing.Tracer")) {
      logger.log(
          System.Logger.Level.WARNING,
          "Micrometer Tracing is active as well, so that spans are doubled: remove its bridge, or"
              + " set heliograph.sdk.disabled=true.");
    }
  }

  private static boolean hasBean(ListableBeanFactory beans, String className) {
    ClassLoader loader = OtherTracers.class.getClassLoader();
    return ClassUtils.isPresent(className, loader)
        && beans.getBeanNamesForType(ClassUtils.resolveClassName(className, loader), true, false)
                .length
            > 0;
  }
}
