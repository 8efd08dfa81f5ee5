package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Traced;
import io.heliograph.export.ReadableSpan;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class ScheduledTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(HeliographAutoConfigurationTest.ALL)
          .withUserConfiguration(Recording.class, Scheduling.class);

  @Test
  void makesEachRunATraceOfItsOwn() {
    runner.run(
        context -> {
          await(context.getBean(Jobs.class));

          assertThat(runs(context, "Jobs.plain")).isNotEmpty().allMatch(ScheduledTest::isRoot);
          assertThat(runs(context, "nightly import")).isNotEmpty().allMatch(ScheduledTest::isRoot);
          assertThat(runs(context, "Jobs.named")).isEmpty();
          assertThat(runs(context, "Jobs.plain").get(0).kind()).isEqualTo(SpanKind.INTERNAL);
        });
  }

  @Test
  void leavesRunsAloneWhenSwitchedOff() {
    runner
        .withPropertyValues("heliograph.scheduled.enabled=false")
        .run(
            context -> {
              await(context.getBean(Jobs.class));

              assertThat(runs(context, "Jobs.plain")).isEmpty();
              assertThat(runs(context, "nightly import")).isNotEmpty();
            });
  }

  private static void await(Jobs jobs) throws InterruptedException {
    assertThat(jobs.haveRun()).isTrue();
  }

  private static List<ReadableSpan> runs(BeanFactory beans, String name) {
    return Recording.spans(beans).stream().filter(span -> span.name().equals(name)).toList();
  }

  private static boolean isRoot(ReadableSpan span) {
    return !span.parentSpanContext().isValid();
  }

  /** Two jobs on one thread: six runs are three of each, of which two have ended. */
  static class Jobs {

    private final CountDownLatch runs = new CountDownLatch(6);

    boolean haveRun() throws InterruptedException {
      return runs.await(20, TimeUnit.SECONDS);
    }

    @Scheduled(fixedRate = 10)
    void plain() {
      runs.countDown();
    }

    @Traced("nightly import")
    @Scheduled(fixedRate = 10)
    void named() {
      runs.countDown();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Scheduling {

    @Bean
    Jobs jobs() {
      return new Jobs();
    }
  }
}
