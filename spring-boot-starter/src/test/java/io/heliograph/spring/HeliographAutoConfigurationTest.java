package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Heliograph;
import io.heliograph.pipeline.IdGenerator;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.ResourceDetector;
import io.heliograph.pipeline.Sampler;
import io.heliograph.pipeline.SamplingInput;
import io.heliograph.pipeline.SamplingResult;
import io.heliograph.pipeline.SpanProcessor;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class HeliographAutoConfigurationTest {

  static final AutoConfigurations ALL =
      AutoConfigurations.of(
          HeliographAutoConfiguration.class,
          HeliographAsyncAutoConfiguration.class,
          HeliographConnectionPoolAutoConfiguration.class,
          HeliographHttpClientAutoConfiguration.class,
          HeliographJdbcAutoConfiguration.class,
          HeliographJvmAutoConfiguration.class,
          HeliographLogbackAutoConfiguration.class,
          HeliographMethodAutoConfiguration.class,
          HeliographMicrometerAutoConfiguration.class,
          HeliographReactorAutoConfiguration.class,
          HeliographScrapeAutoConfiguration.class,
          HeliographWebFluxAutoConfiguration.class,
          HeliographWebMvcAutoConfiguration.class);

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withConfiguration(ALL);

  @Test
  void startsAnEngineAndOffersItsApi() {
    runner.run(
        context -> {
          Heliograph engine = context.getBean(Heliograph.class);
          assertThat(context.getBean(OpenTelemetry.class)).isSameAs(engine.openTelemetry());
        });
  }

  @Test
  void backsOffFromAnOpenTelemetryOfTheApplication() {
    try (JulLog log = new JulLog()) {
      runner
          .withBean("own", OpenTelemetry.class, OpenTelemetry::noop)
          .run(
              context -> {
                assertThat(context).doesNotHaveBean(Heliograph.class);
                assertThat(context.getBeanNamesForType(OpenTelemetry.class)).containsExactly("own");
                assertThat(context).doesNotHaveBean(MethodPostProcessor.class);
                assertThat(context).doesNotHaveBean(ExecutorPostProcessor.class);
              });
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("not started")
          .contains("OpenTelemetry bean");
    }
  }

  @Test
  void usesAnEngineOfTheApplication() {
    runner
        .withBean("own", Heliograph.class, () -> Heliograph.builder().build())
        .run(
            context -> {
              assertThat(context.getBeanNamesForType(Heliograph.class)).containsExactly("own");
              assertThat(context.getBean(OpenTelemetry.class))
                  .isSameAs(context.getBean(Heliograph.class).openTelemetry());
              assertThat(context).hasSingleBean(MethodPostProcessor.class);
            });
  }

  @Test
  void offersAnApiThatRecordsNothingWhenDisabled() {
    runner
        .withUserConfiguration(Recording.class)
        .withPropertyValues("heliograph.sdk.disabled=true")
        .run(
            context -> {
              Span span =
                  context.getBean(OpenTelemetry.class).getTracer("t").spanBuilder("s").startSpan();
              span.end();
              assertThat(span.isRecording()).isFalse();
              assertThat(Recording.spans(context)).isEmpty();
              assertThat(context)
                  .doesNotHaveBean(MethodPostProcessor.class)
                  .doesNotHaveBean(ExecutorPostProcessor.class)
                  .doesNotHaveBean(DataSourcePostProcessor.class)
                  .doesNotHaveBean(TracedRestClients.class);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "async, io.heliograph.spring.ExecutorPostProcessor",
    "connection-pool, io.heliograph.spring.HikariPostProcessor",
    "http.client, io.heliograph.spring.TracedRestClients",
    "http.client, io.heliograph.spring.TracedWebClients",
    "http.server, io.heliograph.spring.ServletRequestEnd",
    "jdbc, io.heliograph.spring.DataSourcePostProcessor"
  })
  void leavesOutThePartThatIsSwitchedOff(String part, Class<?> bean) {
    WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(ALL);

    web.run(context -> assertThat(context).hasSingleBean(bean));
    web.withPropertyValues("heliograph." + part + ".enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(bean));
  }

  @Test
  void leavesMethodsAloneOnlyWhenNothingOfThemIsWanted() {
    runner
        .withPropertyValues("heliograph.traced.enabled=false")
        .run(context -> assertThat(context).hasSingleBean(MethodPostProcessor.class));
    runner
        .withPropertyValues("heliograph.traced.enabled=false", "heliograph.scheduled.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(MethodPostProcessor.class));
  }

  @Test
  void startsWithoutTheOptionalParts() {
    runner
        .withClassLoader(
            new FilteredClassLoader(
                "reactor",
                "io.micrometer",
                "com.zaxxer.hikari",
                "org.springframework.web",
                "org.springframework.jdbc",
                "io.opentelemetry.instrumentation.annotations",
                "jakarta.servlet"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(Heliograph.class)
                    .hasSingleBean(MethodPostProcessor.class));
  }

  @Test
  void takesTheApplicationsExtensions() {
    runner
        .withUserConfiguration(Recording.class, Extensions.class)
        .withPropertyValues("heliograph.resource.detectors=ship")
        .run(
            context -> {
              OpenTelemetry api = context.getBean(OpenTelemetry.class);
              api.getTracer("t").spanBuilder("dropped").startSpan().end();
              api.getTracer("t").spanBuilder("kept").startSpan().end();

              var span = Recording.span(context, "kept");
              assertThat(Recording.spans(context)).hasSize(1);
              assertThat(span.spanContext().getSpanId()).isEqualTo("000000000000002a");
              assertThat(span.attributes().get(AttributeKey.stringKey("by")))
                  .isEqualTo("processor");
              assertThat(span.resource().attributes().get(AttributeKey.stringKey("ship")))
                  .isEqualTo("Beagle");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "heliograph.sdk.disabled=false, 4.7.11",
    "heliograph.resource.attributes=service.version=9, 9",
    "heliograph.resource.detectors=host,"
  })
  void knowsTheVersionOfTheBuild(String property, String version) {
    runner
        .withConfiguration(AutoConfigurations.of(ProjectInfoAutoConfiguration.class))
        .withUserConfiguration(Recording.class)
        .withPropertyValues("spring.info.build.location=classpath:build-info.properties", property)
        .run(
            context -> {
              context
                  .getBean(OpenTelemetry.class)
                  .getTracer("t")
                  .spanBuilder("s")
                  .startSpan()
                  .end();
              assertThat(
                      Recording.span(context, "s")
                          .resource()
                          .attributes()
                          .get(AttributeKey.stringKey("service.version")))
                  .isEqualTo(version);
            });
  }

  @Test
  void saysWhichKeyToSetWhenNothingIsSent() {
    try (JulLog log = new JulLog()) {
      runner.run(context -> assertThat(context).hasNotFailed());
      assertThat(log.lines())
          .filteredOn(line -> line.contains("heliograph.exporter.otlp.endpoint"))
          .singleElement()
          .asString()
          .startsWith("INFO");
    }
  }

  @Test
  void warnsOfAnotherTracer() {
    try (JulLog log = new JulLog()) {
      runner
          .withBean(Tracer.class, () -> Tracer.NOOP)
          .run(context -> assertThat(context).hasNotFailed());
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("WARNING"))
          .singleElement()
          .asString()
          .contains("Micrometer Tracing")
          .contains("heliograph.sdk.disabled");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Extensions {

    @Bean
    Sampler sampler() {
      return new Sampler() {
        @Override
        public SamplingResult sample(SamplingInput input) {
          return input.name().equals("dropped")
              ? SamplingResult.DROP
              : SamplingResult.RECORD_AND_SAMPLE;
        }

        @Override
        public String description() {
          return "ByName";
        }
      };
    }

    @Bean
    IdGenerator idGenerator() {
      return new IdGenerator() {
        @Override
        public long traceIdHigh() {
          return 1;
        }

        @Override
        public long traceIdLow() {
          return 2;
        }

        @Override
        public long spanId() {
          return 42;
        }
      };
    }

    @Bean
    SpanProcessor processor() {
      return new SpanProcessor() {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
          span.setAttribute("by", "processor");
        }
      };
    }

    @Bean
    ResourceDetector detector() {
      return new ResourceDetector() {
        @Override
        public String name() {
          return "ship";
        }

        @Override
        public io.heliograph.export.Resource detect() {
          return io.heliograph.export.Resource.of(
              Attributes.of(AttributeKey.stringKey("ship"), "Beagle"));
        }
      };
    }
  }
}
