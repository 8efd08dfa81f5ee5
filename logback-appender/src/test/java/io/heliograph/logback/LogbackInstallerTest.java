package io.heliograph.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.heliograph.Heliograph;
import io.heliograph.contract.receiver.ReceivedLogRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One appender and one MDC, whatever happens to the context. */
class LogbackInstallerTest extends LogbackTestBase {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void isNeverDoubled() {
    installer.install();
    installer.install();
    new LogbackInstaller(context).install();
    Heliograph heliograph = connect();
    installer.connect(heliograph.openTelemetry(), heliograph.settings());
    logger().info("once");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(appenders()).hasSize(1);
    assertThat(receiver.awaitLogs(1)).hasSize(1);
    assertThat(((TraceMdcAdapter) context.getMDCAdapter()).delegate())
        .isInstanceOf(LogbackMDCAdapter.class);
  }

  @Test
  void usesTheAppenderThatTheConfigurationNames() {
    HeliographAppender named = named();
    context.getLogger("ROOT").addAppender(named);
    logger().info("waits in it");
    Heliograph heliograph = connect();
    logger().info("once");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(appenders()).containsExactly(named);
    assertThat(bodies(2)).containsExactly("waits in it", "once");
  }

  @Test
  void usesItOnAnyLoggerAndBehindAnotherAppender() {
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.addAppender(named());
    async.start();
    context.getLogger("com.acme").addAppender(async);
    Heliograph heliograph = connect();
    logger().info("of com.acme");
    context.getLogger("org.other").info("of another");
    async.stop(); // Waits for what is queued.
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(appenders()).isEmpty();
    assertThat(bodies(1)).containsExactly("of com.acme");
  }

  @Test
  void isNotDoubledByAConfigurationThatIsReadAgain() throws JoranException {
    Heliograph heliograph = connect();
    for (int i = 0; i < 2; i++) {
      context.reset();
      readConfiguration();
      logger().info("once {}", i);
    }
    installer.install();
    logger().info("once 2");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(bodies(3)).containsExactly("once 0", "once 1", "once 2");
    assertThat(appenders()).extracting(Appender::getName).containsExactly("mine");
  }

  private void readConfiguration() throws JoranException {
    String xml =
        """
        <configuration>
          <appender name="mine" class="io.heliograph.logback.HeliographAppender"/>
          <root level="DEBUG"><appender-ref ref="mine"/></root>
        </configuration>
        """;
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void survivesEveryResetWithoutBeingCalled() {
    Heliograph heliograph = connect();
    for (int i = 0; i < 3; i++) {
      logger().info("before {}", i);
      context.reset();
    }
    logger().info("after");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(appenders()).hasSize(1);
    assertThat(receiver.awaitLogs(4))
        .extracting(ReceivedLogRecord::body)
        .containsExactly("before 0", "before 1", "before 2", "after");
  }

  @Test
  void isInstalledAgainAfterAStop() {
    Heliograph heliograph = connect();
    context.stop();
    context.reset();
    assertThat(appenders()).isEmpty();
    installer.install();
    logger().info("after");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(1)).extracting(ReceivedLogRecord::body).containsExactly("after");
  }

  @Test
  void aSecondEngineTakesOverWhatWasLoggedInBetween() {
    connect().close();
    installer.disconnect();
    logger().info("in between");
    Heliograph second = connect();
    assertThat(second.flush(LONG)).isTrue();
    assertThat(receiver.awaitLogs(1))
        .extracting(ReceivedLogRecord::body)
        .containsExactly("in between");
  }

  @Test
  void theLatestInstallerDecidesAndLeavesToTheOneBefore() {
    Heliograph first = connect();
    LogbackInstaller second = new LogbackInstaller(context);
    second.install();
    logger().info("waits for the second");
    second.uninstall();
    logger().info("of the first");
    assertThat(first.flush(LONG)).isTrue();
    assertThat(bodies(2)).containsExactly("waits for the second", "of the first");
    installer.uninstall();
    assertThat(appenders()).isEmpty();
  }

  /** As Boot does between two applications in one JVM, while a third one runs. */
  @Test
  void anInstallerThatAStopMadeForgottenComesBackWithTheNextOne() {
    Heliograph first = connect();
    context.stop();
    context.reset();
    LogbackInstaller second = new LogbackInstaller(context);
    second.install();
    second.uninstall();
    logger().info("of the first");
    assertThat(first.flush(LONG)).isTrue();
    assertThat(bodies(1)).containsExactly("of the first");
  }

  @Test
  void goesAwayWhereNoEngineCame() {
    installer.install();
    logger().info("early");
    installer.uninstallUnlessConnected();
    assertThat(appenders()).isEmpty();
    Heliograph heliograph = connect();
    installer.uninstallUnlessConnected();
    logger().info("late");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(bodies(1)).containsExactly("late");
  }

  @Test
  void logsAfterTheEngineClosedAreNoError() {
    Heliograph heliograph = connect();
    heliograph.close();
    logger().info("too late");
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .noneMatch(status -> status.getLevel() == Status.ERROR);
    assertThat(receiver.logs()).isEmpty();
  }

  @Test
  void canBeSwitchedOff() {
    installer.install();
    logger().info("early");
    Heliograph heliograph = connect("heliograph.logback.appender.enabled", "false");
    logger().info("late");
    context.reset();
    logger().info("later");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(appenders()).isEmpty();
    assertThat(receiver.logs()).isEmpty();
  }

  @Test
  void leavesTheContextAloneWhenAllIsSwitchedOff() {
    installer.install();
    connect(
        "heliograph.logback.appender.enabled", "false", "heliograph.logback.mdc.enabled", "false");
    assertThat(appenders()).isEmpty();
    assertThat(context.getMDCAdapter()).isInstanceOf(LogbackMDCAdapter.class);
    assertThat(context.getCopyOfListenerList()).isEmpty();
  }

  /** Boot prints warnings of Logback about itself. */
  @Test
  void leavesNothingBehindAndGivesNoWarning() {
    connect();
    installer.uninstall();
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .noneMatch(status -> status.getLevel() >= Status.WARN);
    context.reset();
    assertThat(appenders()).isEmpty();
    assertThat(context.getMDCAdapter()).isInstanceOf(LogbackMDCAdapter.class);
    assertThat(context.getCopyOfListenerList()).isEmpty();
  }

  private HeliographAppender named() {
    HeliographAppender named = new HeliographAppender();
    named.setContext(context);
    named.setName("mine");
    named.start();
    return named;
  }

  private List<Object> bodies(int count) {
    return receiver.awaitLogs(count).stream().map(ReceivedLogRecord::body).toList();
  }

  private List<Appender<ILoggingEvent>> appenders() {
    List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    context.getLogger("ROOT").iteratorForAppenders().forEachRemaining(appenders::add);
    return appenders;
  }
}
