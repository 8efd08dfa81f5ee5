package io.heliograph.quarkus;

import io.heliograph.vertx.VertxTelemetry;
import io.vertx.ext.web.client.WebClient;

/**
 * Makes clients of Vert.x record.
 *
 * <p>The build puts this behind every {@code WebClient.create} and {@code WebClient.wrap} in the
 * application's own classes; for those that libraries make it is called by hand. Thread-safe.
 */
public final class TracedWebClients {

  private TracedWebClients() {}

  /** The same client, which records from now on. */
  public static WebClient wrap(WebClient client) {
    VertxTelemetry telemetry = VertxRecorder.telemetry();
    return telemetry == null ? client : telemetry.record(client);
  }

  /** The same client, which records from now on. */
  public static io.vertx.mutiny.ext.web.client.WebClient wrap(
      io.vertx.mutiny.ext.web.client.WebClient client) {
    wrap(client.getDelegate());
    return client;
  }
}
