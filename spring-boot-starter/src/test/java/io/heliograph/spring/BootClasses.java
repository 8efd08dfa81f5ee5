package io.heliograph.spring;

import org.springframework.util.ClassUtils;

/** Boot's own auto-configurations, which Boot 4 keeps in other packages than Boot 3. */
final class BootClasses {

  private BootClasses() {}

  /**
   * Finds a class.
   *
   * @param name its name in Boot 3, below {@code autoconfigure}, such as {@code
   *     metrics.MetricsAutoConfiguration}
   */
  static Class<?> find(String name) {
    ClassLoader loader = BootClasses.class.getClassLoader();
    int dot = name.indexOf('.');
    String four =
        "org.springframework.boot.micrometer."
            + name.substring(0, dot)
            + ".autoconfigure"
            + name.substring(dot);
    String found =
        ClassUtils.isPresent(four, loader)
            ? four
            : "org.springframework.boot.actuate.autoconfigure." + name;
    return ClassUtils.resolveClassName(found, loader);
  }
}
