package com.acme.shop.stock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The labels that the catalogue service prints. */
@RegisterRestClient(configKey = "catalogue")
@Path("/products")
interface Labels {

  record Label(String text) {}

  @GET
  @Path("/{id}/label")
  Label label(@RestPath String id);
}
