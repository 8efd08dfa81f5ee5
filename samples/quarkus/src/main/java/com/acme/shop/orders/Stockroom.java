package com.acme.shop.orders;

import com.acme.shop.orders.StockClient.Level;
import com.acme.shop.orders.StockClient.Parcel;
import com.acme.shop.orders.StockClient.Reservation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the stock service does for orders. */
@Singleton
class Stockroom {

  private final StockClient client;

  Stockroom(@RestClient StockClient client) {
    this.client = client;
  }

  void reserve(String productId, int quantity) {
    try {
      client.reserve(productId, new Reservation(quantity));
    } catch (WebApplicationException e) {
      throw e.getResponse().getStatus() == 409
          ? OrderRefusedException.tooLittleStock(productId)
          : e;
    }
  }

  /** Sends what is ordered on its way. */
  Parcel pack(Order order) {
    return client.pack(order.productId(), new Reservation(order.quantity()));
  }

  Uni<Level> level(String productId) {
    return client.level(productId);
  }
}
