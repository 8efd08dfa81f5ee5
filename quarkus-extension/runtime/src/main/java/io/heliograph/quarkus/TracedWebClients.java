package io.heliograph.quarkus;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.impl.WebClientInternal;

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
    ArcContainer container = Arc.container();
    if (container != null && client instanceof WebClientInternal internal) {
      internal.addInterceptor(container.instance(WebClientInterceptor.class).get());
    }
    return client;
  }

  /** The same client, which records from now on. */
  public static io.vertx.mutiny.ext.web.client.WebClient wrap(
      io.vertx.mutiny.ext.web.client.WebClient client) {
    wrap(client.getDelegate());
    return client;
  }
}
