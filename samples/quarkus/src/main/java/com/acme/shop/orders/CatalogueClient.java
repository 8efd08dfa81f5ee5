package com.acme.shop.orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue service. */
@RegisterRestClient(configKey = "catalogue")
@Path("/products")
interface CatalogueClient {

  record Product(String id, String name, BigDecimal price) {}

  @GET
  @Path("/{id}")
  Product product(@RestPath String id);
}
