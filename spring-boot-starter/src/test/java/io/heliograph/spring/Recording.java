package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.export.InMemoryExporter;
import io.heliograph.export.ReadableSpan;
import java.util.List;
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

  static ReadableSpan span(BeanFactory beans, String name) {
    return spans(beans).stream()
        .filter(span -> span.name().equals(name))
        .reduce(
            (one, other) -> {
              throw new AssertionError("more than one " + name);
            })
        .orElseThrow(() -> new AssertionError("no " + name + " in " + spans(beans)));
  }
}
