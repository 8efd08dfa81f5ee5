package io.heliograph.quarkus;

import io.heliograph.ApplicationEngine;
import io.heliograph.config.Part;
import io.quarkus.arc.Arc;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Makes every REST client record, whether it is injected or built. */
public final class RestClients implements RestClientListener {

  /** After the filters of the application, which may change the request. */
  private static final int LAST = Integer.MAX_VALUE;

  @Override
  public void onNewClient(Class<?> type, RestClientBuilder builder) {
    Arc.container()
        .instance(ApplicationEngine.class)
        .get()
        .findings()
        .found(Part.HTTP_CLIENT, type.getSimpleName());
    UrlTemplates.keep(type, builder);
    builder.register(Arc.container().instance(RestClientFilter.class).get(), LAST);
  }
}
