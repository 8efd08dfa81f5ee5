package io.heliograph.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.core.status.Status;
import io.heliograph.Heliograph;
import io.heliograph.contract.receiver.OtlpReceiverExtension;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applications that log, each with everything that the starter does to Logback. */
class LogbackTest {

  @RegisterExtension static final OtlpReceiverExtension OTLP = new OtlpReceiverExtension();

  private static final String ENDPOINT = "heliograph.exporter.otlp.endpoint=";
  private static final Logger LOGGER = LoggerFactory.getLogger("com.acme.Shop");

  @BeforeEach
  @AfterEach
  void nothingIsLeft() {
    LogbackState.assertNothingIsLeft();
  }

  @Test
  void exportsTheLinesOfTheStart() {
    try (ConfigurableApplicationContext context = start()) {
      assertThat(context.isRunning()).isTrue();
      OTLP.receiver().awaitLog(line -> text(line).matches("Started .* in .* seconds.*"));
    }
    assertThat(texts()).anyMatch(line -> line.matches("Starting .* using Java .*"));
  }

  /** The pattern that docs/logs.md names. */
  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void showsTheIdsOnTheConsole(CapturedOutput console) {
    try (ConfigurableApplicationContext context =
        start("logging.pattern.correlation=[%X{trace_id:-}-%X{span_id:-}] ")) {
      Span span = context.getBean(OpenTelemetry.class).getTracer("t").spanBuilder("s").startSpan();
      try (Scope ignored = span.makeCurrent()) {
        LOGGER.info("inside");
      } finally {
        span.end();
      }
      SpanContext ids = span.getSpanContext();
      assertThat(console.getOut().lines())
          .filteredOn(line -> line.endsWith(": inside"))
          .singleElement()
          .asString()
          .contains("[" + ids.getTraceId() + "-" + ids.getSpanId() + "] ");
    }
    OTLP.receiver().awaitSpans(1);
  }

  @Test
  void survivesEveryResetOfLogback() {
    try (ConfigurableApplicationContext context = start()) {
      for (int i = 0; i < 3; i++) {
        LOGGER.info("before {}", i);
        LogbackState.context().reset();
      }
      LOGGER.info("after");
      assertThat(ours(context)).containsExactly("before 0", "before 1", "before 2", "after");
    }
  }

  /** As an initializer of Spring Cloud does. */
  @Test
  void survivesThatLoggingIsSetUpAnewAtTheStart() {
    ApplicationContextInitializer<ConfigurableApplicationContext> anew =
        context -> {
          LOGGER.info("before");
          LoggingSystem system = LoggingSystem.get(getClass().getClassLoader());
          system.cleanUp();
          system.beforeInitialize();
          system.initialize(new LoggingInitializationContext(context.getEnvironment()), null, null);
        };
    try (ConfigurableApplicationContext context =
        builder(Application.class).initializers(anew).run(arguments())) {
      LOGGER.info("after");
      assertThat(ours(context)).containsExactly("before", "after");
      assertThat(texts()).anyMatch(line -> line.matches("Starting .* using Java .*"));
    }
  }

  @Test
  void startsAfreshWithEachApplication() {
    for (int i = 0; i < 3; i++) {
      try (ConfigurableApplicationContext context = start()) {
        LOGGER.info("once {}", i);
        assertThat(ours(context)).contains("once " + i).doesNotHaveDuplicates();
      }
      LogbackState.assertNothingIsLeft();
      LOGGER.info("nobody's {}", i);
    }
    assertThat(texts()).noneMatch(line -> line.startsWith("nobody's"));
  }

  @Test
  void isNotDoubledByAChild() {
    try (ConfigurableApplicationContext parent = start()) {
      try (ConfigurableApplicationContext child =
          builder(Application.class).parent(parent).run(arguments())) {
        LOGGER.info("with a child");
        assertThat(ours(parent)).containsExactly("with a child");
      }
      LOGGER.info("without it");
      assertThat(ours(parent)).containsExactly("with a child", "without it");
    }
  }

  @Test
  void usesTheAppenderOfALogbackXml() {
    try (ConfigurableApplicationContext context =
        start("logging.config=classpath:named-appender.xml")) {
      assertThat(LogbackState.appenders()).extracting("name").containsExactly("MINE");
      LOGGER.info("once");
      assertThat(ours(context)).containsExactly("once");
    }
    LogbackState.context().reset();
  }

  @Test
  void exportsWhatOtherBeansLogAtTheirEnd() {
    builder(Polite.class).run(arguments()).close();
    OTLP.receiver().awaitLog(line -> text(line).startsWith("goodbye"));
  }

  @Test
  void linesAfterTheEngineClosedAreNoError() {
    try (ConfigurableApplicationContext context = start()) {
      context.getBean(Heliograph.class).close();
      LOGGER.info("too late");
      assertThat(LogbackState.context().getStatusManager().getCopyOfStatusList())
          .noneMatch(status -> status.getLevel() == Status.ERROR);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {FailsWithAnEngine.class, FailsWithoutAnEngine.class})
  void leavesNothingWhenTheStartFails(Class<?> application) {
    assertThatThrownBy(() -> builder(application).run(arguments()).close())
        .hasMessageContaining("no luck");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heliograph.sdk.disabled=true",
        "otel.sdk.disabled=true",
        "heliograph.logback.appender.enabled=false",
      })
  void exportsNothingWhenItIsSwitchedOff(String off) {
    try (ConfigurableApplicationContext context = start(off)) {
      assertThat(context.isRunning()).isTrue();
      assertThat(LogbackState.appenders()).isEmpty();
      LOGGER.info("to nobody");
      assertThat(context.getBean(Heliograph.class).flush()).isTrue();
    }
    assertThat(OTLP.receiver().logs()).isEmpty();
  }

  @Test
  void leavesLogbackAloneWhereTheEngineIsNotStarted() {
    try (ConfigurableApplicationContext context =
        builder(OwnOpenTelemetry.class).run(arguments())) {
      assertThat(context.getBeansOfType(Heliograph.class)).isEmpty();
      LogbackState.assertNothingIsLeft();
    }
  }

  /** Exporting logs nothing that would have to be exported, and so on for ever. */
  @ParameterizedTest
  @CsvSource({"http/protobuf", "grpc"})
  void endsThoughTheExporterLogsAtTrace(String protocol) {
    String endpoint =
        protocol.equals("grpc") ? OTLP.receiver().grpcEndpoint() : OTLP.receiver().httpEndpoint();
    try (ConfigurableApplicationContext context =
        start(
            "heliograph.exporter.otlp.protocol=" + protocol,
            ENDPOINT + endpoint,
            "logging.level.root=TRACE",
            // Servers of the receiver and of other tests in this JVM, which have their own pace.
            "logging.level.com.sun.net.httpserver=OFF",
            "logging.level.io.grpc=OFF",
            "logging.level.org.apache.tomcat=OFF")) {
      Heliograph engine = context.getBean(Heliograph.class);
      LOGGER.trace("the last");
      assertThat(engine.flush()).isTrue();
      assertThat(engine.flush()).isTrue();
      int settled = OTLP.receiver().logs().size();
      for (int i = 0; i < 5; i++) {
        assertThat(engine.flush()).isTrue();
      }
      assertThat(texts()).contains("the last").hasSize(settled);
    }
  }

  private static ConfigurableApplicationContext start(String... properties) {
    return builder(Application.class).run(arguments(properties));
  }

  private static SpringApplicationBuilder builder(Class<?> application) {
    return new SpringApplicationBuilder(application).web(WebApplicationType.NONE);
  }

  private static String[] arguments(String... properties) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--spring.application.name=application");
    arguments.add("--spring.main.banner-mode=off");
    if (Arrays.stream(properties).noneMatch(property -> property.startsWith(ENDPOINT))) {
      arguments.add("--" + ENDPOINT + OTLP.receiver().httpEndpoint());
    }
    Arrays.stream(properties).map(property -> "--" + property).forEach(arguments::add);
    return arguments.toArray(String[]::new);
  }

  /** What this class has logged so far. */
  private static List<String> ours(ConfigurableApplicationContext context) {
    assertThat(context.getBean(Heliograph.class).flush()).isTrue();
    return OTLP.receiver().logs().stream()
        .filter(line -> line.scope().name().equals(LOGGER.getName()))
        .map(LogbackTest::text)
        .toList();
  }

  private static List<String> texts() {
    return OTLP.receiver().logs().stream().map(LogbackTest::text).toList();
  }

  private static String text(ReceivedLogRecord line) {
    return String.valueOf(line.body());
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    HeliographAutoConfiguration.class,
    HeliographLogbackAutoConfiguration.class
  })
  static class Application {}

  @Configuration(proxyBeanMethods = false)
  static class Polite extends Application {

    @Bean
    DisposableBean end(OpenTelemetry api) {
      return () -> LOGGER.info("goodbye from {}", api);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class FailsWithAnEngine extends Application {

    @Bean
    InitializingBean failing(Heliograph engine) {
      return () -> {
        throw new IllegalStateException("no luck with " + engine.destinations().size());
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class FailsWithoutAnEngine {

    @Bean
    InitializingBean failing() {
      return () -> {
        throw new IllegalStateException("no luck");
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnOpenTelemetry extends Application {

    @Bean
    OpenTelemetry own() {
      return OpenTelemetry.noop();
    }
  }
}
