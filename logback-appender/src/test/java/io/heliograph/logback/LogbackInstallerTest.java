package io.heliograph.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import io.heliograph.Heliograph;
import io.heliograph.contract.receiver.ReceivedLogRecord;
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
    HeliographAppender named = new HeliographAppender();
    named.setContext(context);
    named.setName("mine");
    context.getLogger("ROOT").addAppender(named);
    Heliograph heliograph = connect();
    logger().info("once");
    assertThat(heliograph.flush(LONG)).isTrue();
    assertThat(appenders()).containsExactly(named);
    assertThat(receiver.awaitLogs(1)).hasSize(1);
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
  void leavesNothingBehind() {
    connect();
    installer.uninstall();
    context.reset();
    assertThat(appenders()).isEmpty();
    assertThat(context.getMDCAdapter()).isInstanceOf(LogbackMDCAdapter.class);
    assertThat(context.getCopyOfListenerList()).isEmpty();
  }

  private List<Appender<ILoggingEvent>> appenders() {
    List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    context.getLogger("ROOT").iteratorForAppenders().forEachRemaining(appenders::add);
    return appenders;
  }
}
