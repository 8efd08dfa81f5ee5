package io.heliograph.internal.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lets pass what is as severe as the level, or more. */
class LeveledLoggerTest {

  private static final List<Level> LEVELS =
      List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR);

  private final List<String> lines = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "off   |",
        "error | ERROR",
        "warn  | WARNING ERROR",
        "info  | INFO WARNING ERROR",
        "INFO  | INFO WARNING ERROR",
        "debug | DEBUG INFO WARNING ERROR",
        "trace | TRACE DEBUG INFO WARNING ERROR"
      })
  void letsPassWhatIsAsSevereAsTheLevel(String level, String passed) {
    List<String> expected = passed == null ? List.of() : List.of(passed.split(" "));
    LeveledLogger logger = new LeveledLogger(new ListLogger(lines), level);

    LEVELS.forEach(severity -> logger.log(severity, severity.name()));
    assertThat(lines).isEqualTo(expected);

    lines.clear();
    LEVELS.forEach(severity -> logger.log(severity, severity.name(), new Throwable()));
    assertThat(lines).isEqualTo(expected);

    assertThat(LEVELS.stream().filter(logger::isLoggable).map(Level::name)).isEqualTo(expected);
  }

  @Test
  void neverLogsMoreThanTheLoggerBehindIt() {
    LeveledLogger logger = new LeveledLogger(new Quiet(new ListLogger(lines)), "trace");
    logger.log(Level.ERROR, "x");
    assertThat(lines).isEmpty();
    assertThat(logger.isLoggable(Level.ERROR)).isFalse();
    assertThat(logger.getName()).isEqualTo("test");
  }

  /** Logs whatever it is asked to, though it says that it would not. */
  private record Quiet(ListLogger all) implements System.Logger {
    @Override
    public String getName() {
      return all.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      all.log(level, bundle, message, thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... params) {
      all.log(level, bundle, format, params);
    }
  }
}
