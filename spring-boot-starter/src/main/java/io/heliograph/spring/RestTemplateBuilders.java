package io.heliograph.spring;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.ReflectionUtils;

/** Boot's builder of templates; its package differs between Boot 3 and 4. */
final class RestTemplateBuilders {

  private static final Set<String> NAMES =
      Set.of(
          "org.springframework.boot.restclient.RestTemplateBuilder",
          "org.springframework.boot.web.client.RestTemplateBuilder");

  private RestTemplateBuilders() {}

  static boolean isOne(Object bean) {
    return NAMES.contains(bean.getClass().getName());
  }

  /** The builder is immutable, hence another one. */
  static Object intercepted(Object builder, ClientHttpRequestInterceptor interceptor) {
    Method method =
        ReflectionUtils.findMethod(
            builder.getClass(), "additionalInterceptors", ClientHttpRequestInterceptor[].class);
    ClientHttpRequestInterceptor[] interceptors = {interceptor};
    Object intercepted =
        ReflectionUtils.invokeMethod(
            Objects.requireNonNull(method), builder, (Object) interceptors);
    return Objects.requireNonNull(intercepted);
  }
}
