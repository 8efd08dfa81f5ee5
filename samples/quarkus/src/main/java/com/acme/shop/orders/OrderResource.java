package com.acme.shop.orders;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

@Path("/orders")
public class OrderResource {

  private static final Logger log = Logger.getLogger(OrderResource.class);

  private final OrderDesk desk;
  private final Orders orders;
  private final Catalogue catalogue;
  private final Stockroom stockroom;

  OrderResource(OrderDesk desk, Orders orders, Catalogue catalogue, Stockroom stockroom) {
    this.desk = desk;
    this.orders = orders;
    this.catalogue = catalogue;
    this.stockroom = stockroom;
  }

  public record NewOrder(String productId, int quantity) {}

  public record OrderView(Order order, CatalogueClient.Product product) {}

  @POST
  public Response place(NewOrder wish) {
    Order order = desk.place(wish.productId(), wish.quantity());
    return Response.created(URI.create("/orders/" + order.id())).entity(order).build();
  }

  @GET
  @Path("/{id}")
  public OrderView order(@RestPath String id) {
    Order order = known(id);
    log.infof("Order %s looked up", id);
    return new OrderView(order, catalogue.product(order.productId()));
  }

  /** Every service that is called on the way is told which order it works for. */
  @POST
  @Path("/{id}/delivery")
  public StockClient.Parcel deliver(@RestPath String id) {
    Order order = known(id);
    Baggage baggage = Baggage.current().toBuilder().put("order.id", id).build();
    StockClient.Parcel parcel =
        Context.current().with(baggage).wrapSupplier(() -> stockroom.pack(order)).get();
    log.infof("Order %s on its way", id);
    return parcel;
  }

  private Order known(String id) {
    return orders.find(id).orElseThrow(NotFoundException::new);
  }

  @ServerExceptionMapper
  public Response refused(OrderRefusedException refusal) {
    log.warnf("Order refused: %s", refusal.getMessage());
    return Response.status(refusal.status()).build();
  }
}
