package io.heliograph.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.Traced;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Async;
import io.micronaut.scheduling.annotation.Scheduled;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Methods that run while nobody waits for them. */
class UnaskedTest {

  private static final String ON = "app.unasked";

  @Factory
  @Requires(property = ON)
  static class Beans {

    @Singleton
    InMemoryExporter<ReadableSpan> recorded() {
      return new InMemoryExporter<>();
    }

    @Singleton
    HeliographCustomizer inMemory(InMemoryExporter<ReadableSpan> recorded) {
      return builder -> builder.exporter("memory", recorded);
    }
  }

  @Singleton
  @Requires(property = ON)
  static class Work {

    final CountDownLatch scheduled = new CountDownLatch(1);
    final CountDownLatch detached = new CountDownLatch(1);

    @Traced("early")
    void early() {}

    /** At once. */
    @Scheduled(fixedDelay = "1h")
    void refresh() {
      scheduled.countDown();
    }

    @Async
    @Traced("detached")
    void detached() {
      Span.current().addEvent("running");
      detached.countDown();
      throw new IllegalStateException("nobody sees this");
    }
  }

  /** Made before the first request, and uses a bean that records. */
  @Context
  @Requires(property = ON)
  static class Eager {

    Eager(Work work) {
      work.early();
    }
  }

  @Test
  void isRecordedWhileTheContextIsStillStarting() throws InterruptedException {
    try (ApplicationContext context = start()) {
      context.getBean(Work.class).scheduled.await();

      await(context, "Work.refresh");
      await(context, "early");
    }
  }

  @Test
  void isRecordedOnTheThreadThatItRunsOn() throws InterruptedException {
    try (ApplicationContext context = start()) {
      Work work = context.getBean(Work.class);
      work.detached();
      work.detached.await();

      ReadableSpan span = await(context, "detached");
      assertThat(span.statusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(span.events()).anySatisfy(event -> assertThat(event.name()).isEqualTo("running"));
    }
  }

  private static ApplicationContext start() {
    return ApplicationContext.run(Map.of("heliograph.test.enabled", true, ON, true));
  }

  private static ReadableSpan await(ApplicationContext context, String name) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < deadline) {
      context.getBean(Heliograph.class).flush();
      for (ReadableSpan span : spans(context)) {
        if (span.name().equals(name)) {
          return span;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no " + name + " in " + spans(context));
  }

  @SuppressWarnings("unchecked")
  private static List<ReadableSpan> spans(ApplicationContext context) {
    return context.getBean(InMemoryExporter.class).items();
  }
}
