package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.HeliographCustomizer;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds a destination in memory to an application. */
@Configuration(proxyBeanMethods = false)
class Recording {

  @Bean
  InMemoryExporter<ReadableSpan> recorded() {
    return new InMemoryExporter<>();
  }

  @Bean
  HeliographCustomizer inMemory(InMemoryExporter<ReadableSpan> recorded) {
    return builder -> builder.exporter("memory", recorded);
  }

  /** All spans that have ended so far. */
  @SuppressWarnings("unchecked")
  static List<ReadableSpan> spans(BeanFactory beans) {
    if (!beans.getBean(Heliograph.class).flush()) {
      throw new AssertionError("spans were lost");
    }
    return ((InMemoryExporter<ReadableSpan>) beans.getBean("recorded")).items();
  }

  /** The one span of this name, which may end a moment after the test has seen its work done. */
  static ReadableSpan span(BeanFactory beans, String name) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      List<ReadableSpan> found =
          spans(beans).stream().filter(span -> span.name().equals(name)).toList();
      if (found.size() == 1) {
        return found.get(0);
      }
      if (!found.isEmpty() || System.nanoTime() > deadline) {
        throw new AssertionError("not one " + name + " in " + spans(beans));
      }
      Thread.onSpinWait();
    }
  }
}
