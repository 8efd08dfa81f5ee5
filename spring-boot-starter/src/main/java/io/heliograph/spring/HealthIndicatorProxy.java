package io.heliograph.spring;

import io.heliograph.DestinationDiagnostics;
import io.heliograph.Diagnostics;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Answers as one of Boot's health indicators: {@code UP}, or {@code UNKNOWN} with the problems.
 *
 * <p>Not {@code DOWN}, which Boot makes a 503 of the whole: an application serves its users as well
 * without telemetry, and whoever looks at its health would take it out of service.
 */
final class HealthIndicatorProxy implements InvocationHandler {

  private final Class<?> health;
  private final Supplier<Diagnostics> diagnostics;

  private HealthIndicatorProxy(Class<?> health, Supplier<Diagnostics> diagnostics) {
    this.health = health;
    this.diagnostics = diagnostics;
  }

  /**
   * An indicator.
   *
   * @param type Boot's interface
   * @param health the class of its answers
   */
  static <T> T create(Class<T> type, Class<?> health, Supplier<Diagnostics> diagnostics) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            new HealthIndicatorProxy(health, diagnostics)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return switch (method.getName()) {
      case "health" -> health(diagnostics.get());
      case "equals" -> isHandlerOf(arguments[0]);
      case "hashCode" -> hashCode();
      default -> "Heliograph's health indicator";
    };
  }

  private boolean isHandlerOf(@Nullable Object other) {
    return other != null
        && Proxy.isProxyClass(other.getClass())
        && Proxy.getInvocationHandler(other).equals(this);
  }

  private Object health(Diagnostics now) {
    Object builder =
        call(null, health, "status", String.class, now.health().isHealthy() ? "UP" : "UNKNOWN");
    Class<?> type = builder.getClass();
    call(builder, type, "withDetails", Map.class, details(now));
    Method build = Objects.requireNonNull(ReflectionUtils.findMethod(type, "build"));
    return Objects.requireNonNull(ReflectionUtils.invokeMethod(build, builder));
  }

  private static Map<String, Object> details(Diagnostics now) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("problems", now.health().problems());
    details.put(
        "destinations", now.destinations().stream().map(DestinationDiagnostics::toMap).toList());
    return details;
  }

  private static Object call(
      @Nullable Object target, Class<?> type, String name, Class<?> parameter, Object argument) {
    Method method = Objects.requireNonNull(ReflectionUtils.findMethod(type, name, parameter));
    return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target, argument));
  }
}
