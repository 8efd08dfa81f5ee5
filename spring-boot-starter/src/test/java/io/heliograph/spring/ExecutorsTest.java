package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class ExecutorsTest {

  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(HeliographAutoConfigurationTest.ALL)
          .withUserConfiguration(Recording.class, Beans.class);

  @ParameterizedTest
  @ValueSource(strings = {"pool", "threads", "service", "scheduled", "plain"})
  void carryTheContext(String bean) {
    runner.run(
        context -> {
          Tracer tracer = context.getBean(OpenTelemetry.class).getTracer("test");
          Span span = tracer.spanBuilder("caller").startSpan();
          assertThat(spanIdOn(context.getBean(bean, Executor.class), span))
              .isEqualTo(span.getSpanContext().getSpanId());
          assertThat(spanIdOn(context.getBean(bean, Executor.class), Span.getInvalid()))
              .isEqualTo(Span.getInvalid().getSpanContext().getSpanId());
        });
  }

  @Test
  void keepTheDecoratorOfTheApplication() {
    runner.run(
        context -> {
          TENANT.set("acme");
          AtomicReference<String> seen = new AtomicReference<>();
          CountDownLatch done = new CountDownLatch(1);
          context
              .getBean("pool", Executor.class)
              .execute(
                  () -> {
                    seen.set(TENANT.get());
                    done.countDown();
                  });
          TENANT.remove();
          assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
          assertThat(seen).hasValue("acme");
        });
  }

  @Test
  void stayWhatTheyAreWhenInjectedByClass() {
    runner.run(
        context -> {
          assertThat(context.getBean(ThreadPoolExecutor.class).getClass())
              .isEqualTo(ThreadPoolExecutor.class);
          assertThat(context.getBean(ThreadPoolTaskExecutor.class).getClass())
              .isEqualTo(ThreadPoolTaskExecutor.class);
        });
  }

  @Test
  void leaveSchedulersWithoutAContext() {
    runner.run(
        context -> {
          Span span =
              context.getBean(OpenTelemetry.class).getTracer("t").spanBuilder("s").startSpan();
          assertThat(spanIdOn(context.getBean(ThreadPoolTaskScheduler.class), span))
              .isEqualTo(Span.getInvalid().getSpanContext().getSpanId());
        });
  }

  /** What their last tasks record is still delivered. */
  @Test
  void areClosedBeforeTheEngine() {
    runner.run(
        context ->
            assertThat(context.getBeanFactory().getDependentBeans("heliograph"))
                .contains("pool", "threads", "service", "scheduler"));
  }

  private static String spanIdOn(Executor executor, Span span) throws InterruptedException {
    AtomicReference<String> seen = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    try (Scope ignored = Context.root().with(span).makeCurrent()) {
      executor.execute(
          () -> {
            seen.set(Span.current().getSpanContext().getSpanId());
            done.countDown();
          });
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    return seen.get();
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    ThreadPoolTaskExecutor pool() {
      ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
      TaskDecorator tenant =
          task -> {
            String value = TENANT.get();
            return () -> {
              TENANT.set(value);
              try {
                task.run();
              } finally {
                TENANT.remove();
              }
            };
          };
      pool.setTaskDecorator(tenant);
      return pool;
    }

    @Bean
    SimpleAsyncTaskExecutor threads() {
      return new SimpleAsyncTaskExecutor();
    }

    @Bean
    ExecutorService service() {
      return Executors.newSingleThreadExecutor();
    }

    @Bean
    ScheduledExecutorService scheduled() {
      return Executors.newSingleThreadScheduledExecutor();
    }

    @Bean
    Executor plain() {
      return task -> new Thread(task).start();
    }

    @Bean
    ThreadPoolExecutor byClass() {
      return (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
    }

    @Bean
    ThreadPoolTaskScheduler scheduler() {
      return new ThreadPoolTaskScheduler();
    }
  }
}
