package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.contract.receiver.OtlpReceiverExtension;
import io.heliograph.contract.receiver.ReceivedSpan;
import io.heliograph.spring.app.LocalServer;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.PreDestroy;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ShutdownTest {

  @RegisterExtension static final OtlpReceiverExtension OTLP = new OtlpReceiverExtension();

  /** A request that is under way when the application is told to stop, and a bean's last span. */
  @Test
  void deliversWhatEndsWhileTheApplicationStops() throws Exception {
    CompletableFuture<HttpResponse<String>> answer;
    try (LocalServer server =
        LocalServer.start(
            Application.class,
            "spring.datasource.url=jdbc:h2:mem:shutdown",
            "heliograph.bsp.schedule.delay=1h",
            "heliograph.exporter.otlp.endpoint=" + OTLP.receiver().httpEndpoint())) {
      answer = CompletableFuture.supplyAsync(() -> server.get("/slow"));
      assertThat(server.beans().getBean(Slow.class).started.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("late");
    assertThat(OTLP.receiver().awaitSpans(2))
        .extracting(ReceivedSpan::name)
        .containsExactlyInAnyOrder("GET /slow", "goodbye");
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({Slow.class, Goodbye.class})
  static class Application {}

  /** Answers only when the application is being closed. */
  @RestController
  static class Slow implements ApplicationListener<ContextClosedEvent> {

    final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    @GetMapping("/slow")
    String slow() throws InterruptedException {
      started.countDown();
      return closing.await(20, TimeUnit.SECONDS) ? "late" : "never closed";
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
      closing.countDown();
    }
  }

  @Component
  static class Goodbye {

    private final OpenTelemetry api;

    Goodbye(OpenTelemetry api) {
      this.api = api;
    }

    @PreDestroy
    void wave() {
      api.getTracer("test").spanBuilder("goodbye").startSpan().end();
    }
  }
}
