package io.heliograph.quarkus.it.app;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Calls any URL. */
@RegisterRestClient(baseUri = "http://127.0.0.1")
public interface InjectedClient {

  @GET
  Response get(@Url String url);
}
