package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Traced;
import io.heliograph.export.ReadableSpan;
import io.heliograph.spring.app.LocalServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import reactor.core.publisher.Mono;

/** What Spring MVC does besides calling a handler. */
class MvcDispatchesTest {

  private static LocalServer server;

  @BeforeAll
  static void start() {
    server =
        LocalServer.start(
            Application.class,
            "server.servlet.context-path=/root",
            "spring.datasource.url=jdbc:h2:mem:dispatches");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thrown", "async"})
  void recordsAFailureWithItsRoute(String path) {
    assertThat(server.get("/root/" + path).statusCode()).isEqualTo(500);

    ReadableSpan request = Recording.span(server.beans(), "GET /root/" + path);
    assertThat(request.statusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(request.attributes().get(AttributeKey.longKey("http.response.status_code")))
        .isEqualTo(500);
    assertThat(request.events())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.attributes().get(AttributeKey.stringKey("exception.message")))
                    .isEqualTo(path));
  }

  /** The answer to an exception is written by another dispatch, after the filter chain. */
  @Test
  void keepsTheErrorPageInTheTrace() {
    server.get("/root/thrown-for-page");

    ReadableSpan request = Recording.span(server.beans(), "GET /root/thrown-for-page");
    assertThat(Recording.spans(server.beans()))
        .filteredOn(span -> span.name().equals("error page"))
        .filteredOn(
            span -> span.parentSpanContext().getSpanId().equals(request.spanContext().getSpanId()))
        .hasSize(1);
  }

  @Test
  void recordsAnExceptionThatAHandlerAnswersWithAServerError() {
    assertThat(server.get("/root/resolved").statusCode()).isEqualTo(503);

    ReadableSpan request = Recording.span(server.beans(), "GET /root/resolved");
    assertThat(request.statusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(request.events()).hasSize(1);
  }

  @Test
  void takesAnExceptionThatAHandlerAnswersWithSuccessForNone() {
    assertThat(server.get("/root/forgiven").statusCode()).isEqualTo(200);

    ReadableSpan request = Recording.span(server.beans(), "GET /root/forgiven");
    assertThat(request.statusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(request.events()).isEmpty();
  }

  /** A child that starts on another thread, when the method has long returned. */
  @Test
  void nestsWhatAReactiveMethodDoesLater() {
    assertThat(server.get("/root/reactive").body()).isEqualTo("later");

    ReadableSpan outer = Recording.span(server.beans(), "outer");
    ReadableSpan inner = Recording.span(server.beans(), "inner");
    assertThat(inner.parentSpanContext().getSpanId()).isEqualTo(outer.spanContext().getSpanId());
    assertThat(outer.endEpochNanos()).isGreaterThanOrEqualTo(inner.endEpochNanos());
    ReadableSpan request = Recording.span(server.beans(), "GET /root/reactive");
    assertThat(outer.parentSpanContext().getSpanId()).isEqualTo(request.spanContext().getSpanId());
    assertThat(request.kind()).isEqualTo(SpanKind.SERVER);
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({Recording.class, Handlers.class, Work.class, Page.class})
  static class Application {}

  /** Calls a traced method while Boot's error page is made. */
  @Component
  static class Page implements WebMvcConfigurer {

    private final Work work;

    Page(Work work) {
      this.work = work;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry
          .addInterceptor(
              new HandlerInterceptor() {
                @Override
                public boolean preHandle(
                    HttpServletRequest request, HttpServletResponse response, Object handler) {
                  work.page();
                  return true;
                }
              })
          .addPathPatterns("/error");
    }
  }

  @Component
  static class Work {

    @Traced("error page")
    void page() {}

    @Traced("outer")
    Mono<String> outer(Mono<String> inner) {
      return inner;
    }

    @Traced("inner")
    String inner() {
      return "later";
    }
  }

  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class Forgivable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @RestController
  static class Handlers {

    private final Work work;

    Handlers(Work work) {
      this.work = work;
    }

    @GetMapping("/thrown")
    String thrown() {
      throw new IllegalStateException("thrown");
    }

    @GetMapping("/thrown-for-page")
    String thrownForPage() {
      throw new IllegalStateException("page");
    }

    @GetMapping("/async")
    CompletableFuture<String> async() {
      return CompletableFuture.supplyAsync(
          () -> {
            throw new IllegalStateException("async");
          },
          CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
    }

    @GetMapping("/resolved")
    String resolved() {
      throw new Unavailable();
    }

    @GetMapping("/forgiven")
    String forgiven() {
      throw new Forgivable();
    }

    @GetMapping("/reactive")
    Mono<String> reactive() {
      return work.outer(Mono.delay(Duration.ofMillis(20)).map(tick -> work.inner()));
    }

    @ExceptionHandler(Unavailable.class)
    ResponseEntity<String> unavailable() {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("later");
    }

    @ExceptionHandler(Forgivable.class)
    ResponseEntity<String> forgivable() {
      return ResponseEntity.ok("never mind");
    }
  }
}
