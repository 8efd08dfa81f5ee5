package com.acme.shop.stock;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/stock/{productId}")
public class StockResource {

  private final Stock stock;
  private final Packing packing;

  StockResource(Stock stock, Packing packing) {
    this.stock = stock;
    this.packing = packing;
  }

  public record Level(String productId, int available) {}

  public record Reservation(int quantity) {}

  public record Parcel(int quantity, String label) {}

  @GET
  public Level level(@RestPath String productId) {
    return new Level(productId, stock.available(productId));
  }

  @POST
  @Path("/reservations")
  @ResponseStatus(201)
  public void reserve(@RestPath String productId, Reservation reservation) {
    if (!stock.reserve(productId, reservation.quantity())) {
      throw new ClientErrorException("Too little of " + productId, Status.CONFLICT);
    }
  }

  @POST
  @Path("/parcels")
  @ResponseStatus(201)
  public Parcel pack(@RestPath String productId, Reservation content) {
    return new Parcel(content.quantity(), packing.pack(productId, content.quantity()));
  }
}
