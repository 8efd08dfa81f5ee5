package io.heliograph.spring;

import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Makes spring-web's clients and builders of clients record.
 *
 * <p>One for all of them: each bean of an application goes through each post-processor.
 */
final class RestClientPostProcessor implements BeanPostProcessor {

  private final ObjectProvider<TracedRestClients> clients;
  private final StartUpFindings findings;

  RestClientPostProcessor(ObjectProvider<TracedRestClients> clients, StartUpFindings findings) {
    this.clients = clients;
    this.findings = findings;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof RestClient.Builder builder) {
      return found(beanName).wrap(builder);
    }
    if (bean instanceof RestClient client) {
      return found(beanName).wrap(client);
    }
    if (bean instanceof RestTemplate template) {
      return found(beanName).wrap(template);
    }
    return RestTemplateBuilders.isOne(bean)
        ? RestTemplateBuilders.intercepted(bean, found(beanName).interceptor())
        : bean;
  }

  private TracedRestClients found(String beanName) {
    findings.found(Part.HTTP_CLIENT, beanName);
    return clients.getObject();
  }
}
