package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.Part;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/** Records the HTTP calls of clients and client builders that are beans. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnPart(Part.HTTP_CLIENT)
public final class HeliographHttpClientAutoConfiguration {

  HeliographHttpClientAutoConfiguration() {}

  /** Clients of spring-web. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RestClient.class)
  static final class Blocking {

    @Bean
    TracedRestClients tracedRestClients(Heliograph heliograph) {
      return new TracedRestClients(heliograph);
    }

    @Bean
    static RestClientPostProcessor heliographRestClients(
        ObjectProvider<TracedRestClients> clients, StartUpFindings findings) {
      return new RestClientPostProcessor(clients, findings);
    }
  }

  /** The client of spring-webflux. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(WebClient.class)
  static final class Reactive {

    @Bean
    TracedWebClients tracedWebClients(Heliograph heliograph) {
      return new TracedWebClients(heliograph);
    }

    @Bean
    static BeanReplacer<WebClient.Builder> heliographWebClientBuilders(
        ObjectProvider<TracedWebClients> clients, StartUpFindings findings) {
      return new BeanReplacer<>(
          WebClient.Builder.class, builder -> clients.getObject().wrap(builder), findings);
    }

    @Bean
    static BeanReplacer<WebClient> heliographWebClients(
        ObjectProvider<TracedWebClients> clients, StartUpFindings findings) {
      return new BeanReplacer<>(
          WebClient.class, client -> clients.getObject().wrap(client), findings);
    }
  }
}
