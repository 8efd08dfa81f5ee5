package io.heliograph.spring;

import java.util.Arrays;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Finds others that would record the same spans once more, and says how to switch them off. */
final class OtherTracers {

  private static final String MICROMETER_TRACER = "io.micrometer.tracing.Tracer";

  private OtherTracers() {}

  static void warn(ListableBeanFactory beans, System.Logger logger) {
    if (ClassUtils.isPresent(
        "io.opentelemetry.javaagent.OpenTelemetryAgent", ClassLoader.getSystemClassLoader())) {
      logger.log(
          System.Logger.Level.WARNING,
          "The OpenTelemetry Java agent is active as well, so that spans are doubled: remove"
              + " -javaagent, or set heliograph.sdk.disabled=true.");
    }
    if (hasMicrometerTracing(beans)) {
      logger.log(
          System.Logger.Level.WARNING,
          "Micrometer Tracing is active as well, so that spans are doubled: remove its bridge, or"
              + " set heliograph.sdk.disabled=true.");
    }
  }

  /** Whether Micrometer Tracing makes spans; Boot's own bean that makes none does not count. */
  static boolean hasMicrometerTracing(ListableBeanFactory beans) {
    ClassLoader loader = OtherTracers.class.getClassLoader();
    if (!ClassUtils.isPresent(MICROMETER_TRACER, loader)) {
      return false;
    }
    Class<?> tracer = ClassUtils.resolveClassName(MICROMETER_TRACER, loader);
    return Arrays.stream(beans.getBeanNamesForType(tracer, true, false))
        .anyMatch(name -> !name.equals("noopTracer"));
  }
}
