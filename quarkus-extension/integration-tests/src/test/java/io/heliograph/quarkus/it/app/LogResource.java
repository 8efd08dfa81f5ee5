package io.heliograph.quarkus.it.app;

import io.heliograph.contract.ContractLog;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Logs lines, and reads the ids in their MDC as a format does. */
@Path("/contract/log")
public class LogResource {

  private static final Logger LOGGER = Logger.getLogger(ContractLog.LOGGER);

  /** The first that an application itself does at run time. */
  void onStart(@Observes @Priority(1) StartupEvent started) {
    ContractLog.startLines().forEach(LOGGER::info);
  }

  @GET
  public String log(@QueryParam("message") String message) {
    java.util.logging.Logger logger = java.util.logging.Logger.getLogger(ContractLog.LOGGER);
    Reader reader = new Reader(message);
    logger.addHandler(reader);
    try {
      LOGGER.info(message);
      return reader.ids;
    } finally {
      logger.removeHandler(reader);
    }
  }

  private static final class Reader extends ExtHandler {

    private final PatternFormatter format =
        new PatternFormatter("%X{trace_id}:%X{span_id}:%X{trace_flags}");
    private final String message;
    private volatile String ids = "not logged";

    Reader(String message) {
      this.message = message;
    }

    /** Requests at the same time see each other's lines. */
    @Override
    protected void doPublish(ExtLogRecord line) {
      if (message.equals(line.getMessage())) {
        ids = format.format(line);
      }
    }
  }
}
