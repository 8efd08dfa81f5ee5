package io.heliograph.micronaut.app;

import io.heliograph.contract.Contract;
import io.heliograph.contract.ContractLog;
import io.heliograph.contract.ContractSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** The contract's application, on a free port. */
public final class Application implements AutoCloseable {

  private final EmbeddedServer server;

  private Application(EmbeddedServer server) {
    this.server = server;
  }

  /** Starts it; exports to the contracts' receiver. Logs before there is an engine. */
  public static Application start(Map<String, ?> more) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.host", "127.0.0.1");
    properties.put("micronaut.server.port", -1);
    properties.put("heliograph.test.enabled", true);
    properties.putAll(ContractSettings.properties(Contract.receiver()));
    properties.putAll(more);
    ApplicationContextBuilder builder = ApplicationContext.builder(properties);
    ContractLog.startLines().forEach(LoggerFactory.getLogger(ContractLog.LOGGER)::info);
    return new Application(builder.run(EmbeddedServer.class));
  }

  /** Its root. */
  public URI uri() {
    return server.getURI();
  }

  /** Its beans. */
  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  @Override
  public void close() {
    server.close();
  }
}
