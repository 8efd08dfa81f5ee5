package io.heliograph.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorsTest {

  private static final ContextKey<String> KEY = ContextKey.named("key");

  @Factory
  static class Beans {

    @Singleton
    @Named("plain")
    Executor plain() {
      return task -> new Thread(task).start();
    }

    @Singleton
    @Named("service")
    @Bean(preDestroy = "shutdown")
    ExecutorService service() {
      return Executors.newSingleThreadExecutor();
    }

    @Singleton
    @Named("later")
    @Bean(preDestroy = "shutdown")
    ScheduledExecutorService later() {
      return Executors.newSingleThreadScheduledExecutor();
    }

    @Singleton
    @Named("concrete")
    @Bean(preDestroy = "shutdown")
    ForkJoinPool concrete() {
      return new ForkJoinPool(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "service", "later"})
  void workTakesWhatIsCurrentWithIt(String name) {
    assertThat(seenBy(name)).isEqualTo("value");
  }

  /** Nothing can be put in its place, and it stays what it is. */
  @ParameterizedTest
  @ValueSource(strings = "concrete")
  void oneThatIsDeclaredAsAClassIsLeftAlone(String name) {
    assertThat(seenBy(name)).isEqualTo("nothing");
  }

  private static String seenBy(String name) {
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (ApplicationContext context =
            ApplicationContext.run(Map.of("heliograph.test.enabled", true));
        Scope ignored = Context.current().with(KEY, "value").makeCurrent()) {
      context
          .getBean(Executor.class, Qualifiers.byName(name))
          .execute(
              () -> {
                String value = Context.current().get(KEY);
                seen.complete(value == null ? "nothing" : value);
              });
      return seen.join();
    }
  }
}
