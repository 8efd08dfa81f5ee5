package com.acme.shop.orders;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The stock service: levels reactively, all else blocking. */
@RegisterRestClient(configKey = "stock")
@Path("/stock/{id}")
interface StockClient {

  record Reservation(int quantity) {}

  record Level(int available) {}

  record Parcel(int quantity, String label) {}

  @POST
  @Path("/reservations")
  void reserve(@RestPath String id, Reservation reservation);

  @POST
  @Path("/parcels")
  Parcel pack(@RestPath String id, Reservation content);

  @GET
  Uni<Level> level(@RestPath String id);
}
