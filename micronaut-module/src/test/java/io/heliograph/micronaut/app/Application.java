package io.heliograph.micronaut.app;

import io.heliograph.contract.Contract;
import io.heliograph.contract.ContractSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The contract's application, on a free port. */
public final class Application implements AutoCloseable {

  private final EmbeddedServer server;

  private Application(EmbeddedServer server) {
    this.server = server;
  }

  /** Starts it; exports to the contracts' receiver. */
  public static Application start(Map<String, ?> more) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.host", "127.0.0.1");
    properties.put("micronaut.server.port", -1);
    properties.put("heliograph.test.enabled", true);
    properties.putAll(ContractSettings.properties(Contract.receiver()));
    properties.putAll(more);
    return new Application(ApplicationContext.run(EmbeddedServer.class, properties));
  }

  /** Its root. */
  public URI uri() {
    return server.getURI();
  }

  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  @Override
  public void close() {
    server.close();
  }
}
