package io.heliograph.micronaut.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.heliograph.contract.ContractLog;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import org.slf4j.LoggerFactory;

/** Logs lines, and reads the ids in their MDC as a layout does. */
@Controller("/contract/log")
class LogController {

  @Get
  @Produces(MediaType.TEXT_PLAIN)
  String log(@QueryValue String message) {
    Logger logger = (Logger) LoggerFactory.getLogger(ContractLog.LOGGER);
    Reader reader = new Reader(message);
    reader.setContext(logger.getLoggerContext());
    reader.start();
    logger.addAppender(reader);
    try {
      logger.info(message);
      return reader.ids;
    } finally {
      logger.detachAppender(reader);
    }
  }

  private static final class Reader extends AppenderBase<ILoggingEvent> {

    private final PatternLayout layout = new PatternLayout();
    private final String message;
    private String ids = "not logged";

    Reader(String message) {
      this.message = message;
    }

    @Override
    public void start() {
      layout.setContext(getContext());
      layout.setPattern("%X{trace_id}:%X{span_id}:%X{trace_flags}");
      layout.start();
      super.start();
    }

    /** Requests at the same time see each other's lines. */
    @Override
    protected void append(ILoggingEvent event) {
      if (event.getMessage().equals(message)) {
        ids = layout.doLayout(event);
      }
    }
  }
}
