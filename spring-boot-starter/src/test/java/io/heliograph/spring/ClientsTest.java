package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.export.ReadableSpan;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class ClientsTest {

  private static HttpServer server;

  /** Counted down when the first octets of an upload have arrived. */
  private static final CountDownLatch arrived = new CountDownLatch(1);

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(HeliographAutoConfigurationTest.ALL)
          .withUserConfiguration(Recording.class);

  @BeforeAll
  static void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.createContext(
        "/upload",
        exchange -> {
          assertThat(exchange.getRequestBody().read()).isNotNegative();
          arrived.countDown();
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void namesCallsAfterTheTemplateOfTheirUrl() {
    runner
        .withBean(RestClient.class, RestClient::create)
        .withBean(WebClient.class, WebClient::create)
        .run(
            context -> {
              String template = url() + "/orders/{id}?full={full}";
              context
                  .getBean(RestClient.class)
                  .get()
                  .uri(template, 7, true)
                  .retrieve()
                  .toBodilessEntity();
              context
                  .getBean(WebClient.class)
                  .get()
                  .uri(template, 7, true)
                  .retrieve()
                  .toBodilessEntity()
                  .block();

              assertThat(Recording.spans(context))
                  .extracting(ReadableSpan::name)
                  .containsExactly("GET /orders/{id}", "GET /orders/{id}");
            });
  }

  /** What is put together by hand could be anything, and there is no end of it. */
  @Test
  void doesNotTakeAUrlForATemplate() {
    runner
        .withBean(RestClient.class, RestClient::create)
        .run(
            context -> {
              get(context.getBean(RestClient.class), "/orders/7");
              assertThat(Recording.spans(context))
                  .extracting(ReadableSpan::name)
                  .containsExactly("GET");
            });
  }

  @Test
  void recordsClientsThatAreNoBeans() {
    runner.run(
        context -> {
          TracedRestClients rest = context.getBean(TracedRestClients.class);
          TracedWebClients web = context.getBean(TracedWebClients.class);
          get(rest.wrap(RestClient.create()), "/");
          rest.wrap(new RestTemplate(new JdkClientHttpRequestFactory()))
              .getForEntity(url(), String.class);
          get(RestClient.builder().requestInterceptor(rest.interceptor()).build(), "/");
          get(web.wrap(WebClient.create()));
          get(WebClient.builder().filter(web.filter()).build());

          assertThat(Recording.spans(context)).hasSize(5);
        });
  }

  @Test
  void recordsACallOnceHoweverOftenItsClientIsWrapped() {
    runner.run(
        context -> {
          TracedRestClients rest = context.getBean(TracedRestClients.class);
          TracedWebClients web = context.getBean(TracedWebClients.class);
          RestClient client = rest.wrap(RestClient.create());
          assertThat(rest.wrap(client)).isSameAs(client);
          WebClient reactive = web.wrap(WebClient.create());
          assertThat(web.wrap(reactive)).isSameAs(reactive);
          RestTemplate template = new RestTemplate(new JdkClientHttpRequestFactory());
          rest.wrap(rest.wrap(template)).getForEntity(url(), String.class);

          assertThat(Recording.spans(context)).hasSize(1);
        });
  }

  @Test
  void recordsWhateverSendsTheRequestsOfABuilder() {
    runner
        .withBean(RestClient.Builder.class, RestClient::builder)
        .run(
            context -> {
              RestClient.Builder builder = context.getBean(RestClient.Builder.class);
              get(builder.requestFactory(new SimpleClientHttpRequestFactory()).build(), "/");
              get(builder.clone().requestFactory(new JdkClientHttpRequestFactory()).build(), "/");
              get(builder.build(), "/");

              assertThat(Recording.spans(context)).hasSize(3);
            });
  }

  @Test
  void recordsClientsOfABuilderThatIsNotSprings() {
    RestClient.Builder springs = RestClient.builder();
    RestClient.Builder own = RestClientBuilders.completed(springs, last -> {});
    runner.run(
        context -> {
          TracedRestClients rest = context.getBean(TracedRestClients.class);
          get(rest.wrap(own).build(), "/");

          assertThat(RestClientBuilders.requestFactory(own)).isNull();
          assertThat(Recording.spans(context)).hasSize(1);
        });
  }

  @Test
  void recordsEachAttemptOfAnInterceptorThatRetries() {
    runner
        .withBean(RestClient.Builder.class, RestClient::builder)
        .run(
            context -> {
              RestClient client =
                  context
                      .getBean(RestClient.Builder.class)
                      .requestInterceptor(
                          (request, body, execution) -> {
                            execution.execute(request, body).close();
                            return execution.execute(request, body);
                          })
                      .build();
              get(client, "/");

              assertThat(Recording.spans(context)).hasSize(2);
            });
  }

  /** Interceptors have all of a body in memory before the first of it is sent. */
  @Test
  void sendsABodyWhileItIsRead() {
    runner
        .withBean(RestClient.Builder.class, RestClient::builder)
        .run(
            context -> {
              UnhurriedBody body = new UnhurriedBody(arrived);
              context
                  .getBean(RestClient.Builder.class)
                  .requestFactory(new JdkClientHttpRequestFactory())
                  .build()
                  .post()
                  .uri(url() + "/upload")
                  .body(new InputStreamResource(body))
                  .retrieve()
                  .toBodilessEntity();

              assertThat(body.sentEarly()).isTrue();
              assertThat(Recording.spans(context)).hasSize(1);
            });
  }

  /** A builder that is a bean makes a client that is a bean: both are looked at. */
  @Test
  void recordsACallOnceThroughBuilderAndClient() {
    runner
        .withBean(RestClient.Builder.class, RestClient::builder)
        .withBean(WebClient.Builder.class, WebClient::builder)
        .withInitializer(
            context -> {
              var beans = (org.springframework.context.support.GenericApplicationContext) context;
              beans.registerBean(
                  RestClient.class, () -> beans.getBean(RestClient.Builder.class).build());
              beans.registerBean(
                  WebClient.class, () -> beans.getBean(WebClient.Builder.class).build());
            })
        .run(
            context -> {
              get(context.getBean(RestClient.class), "/");
              get(context.getBean(WebClient.class));
              assertThat(Recording.spans(context)).hasSize(2);
            });
  }

  @Test
  void recordsTemplatesOfBootsBuilder() {
    runner
        .withConfiguration(AutoConfigurations.of(restTemplateAutoConfiguration()))
        .run(
            context -> {
              Object builder = context.getBean("restTemplateBuilder");
              Method build = ReflectionUtils.findMethod(builder.getClass(), "build");
              RestTemplate template = (RestTemplate) ReflectionUtils.invokeMethod(build, builder);
              template.getForEntity(url(), String.class);
              assertThat(Recording.spans(context)).hasSize(1);
            });
  }

  private static Class<?> restTemplateAutoConfiguration() {
    String boot4 =
        "org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration";
    String boot3 =
        "org.springframework.boot.autoconfigure.web.client.RestTemplateAutoConfiguration";
    return ClassUtils.resolveClassName(ClassUtils.isPresent(boot4, null) ? boot4 : boot3, null);
  }

  private static String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void get(RestClient client, String path) {
    client.get().uri(url() + path).retrieve().toBodilessEntity();
  }

  private static void get(WebClient client) {
    client.get().uri(url() + "/").retrieve().toBodilessEntity().block();
  }
}
