package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.ReflectionUtils;

/** Makes Boot's builder of templates record; its package differs between Boot 3 and 4. */
final class RestTemplateBuilders implements BeanPostProcessor {

  private static final Set<String> NAMES =
      Set.of(
          "org.springframework.boot.restclient.RestTemplateBuilder",
          "org.springframework.boot.web.client.RestTemplateBuilder");

  private final ObjectProvider<TracedRestClients> clients;
  private final StartUpFindings findings;

  RestTemplateBuilders(ObjectProvider<TracedRestClients> clients, StartUpFindings findings) {
    this.clients = clients;
    this.findings = findings;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (!NAMES.contains(bean.getClass().getName())) {
      return bean;
    }
    findings.found(Part.HTTP_CLIENT, beanName);
    return intercepted(bean);
  }

  /** The builder is immutable, hence another one. */
  private Object intercepted(Object builder) {
    Method method =
        ReflectionUtils.findMethod(
            builder.getClass(), "additionalInterceptors", ClientHttpRequestInterceptor[].class);
    ClientHttpRequestInterceptor[] interceptors = {clients.getObject().interceptor()};
    Object intercepted =
        ReflectionUtils.invokeMethod(
            Objects.requireNonNull(method), builder, (Object) interceptors);
    return Objects.requireNonNull(intercepted);
  }
}
