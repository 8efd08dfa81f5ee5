package io.heliograph.spring.app;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/** What the servlet and the reactive application share. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableAsync
@EnableScheduling
@Import({
  ContractMethods.class,
  MethodCalls.class,
  MethodCalls.Elsewhere.class,
  Statements.class,
  Statements.InMethod.class,
  BlockingClients.class
})
class ContractApplication {

  /** Boot 3 gives reactive applications no builder; the client itself is a bean in any case. */
  @Bean
  RestClient restClient(ObjectProvider<RestClient.Builder> builder) {
    return builder.getIfAvailable(RestClient::builder).build();
  }

  @Bean
  RestTemplate restTemplate() {
    return new RestTemplate(new JdkClientHttpRequestFactory());
  }

  @Bean
  WebClient webClient(WebClient.Builder builder) {
    return builder.build();
  }

  @Bean
  SimpleAsyncTaskExecutor freshThreads() {
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("fresh-");
    executor.setVirtualThreads(Runtime.version().feature() >= 21);
    return executor;
  }
}
