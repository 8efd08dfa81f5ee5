package com.acme.shop.orders;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
class OrderController {

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final OrderDesk desk;
  private final Orders orders;
  private final Catalogue catalogue;
  private final Stockroom stockroom;

  OrderController(OrderDesk desk, Orders orders, Catalogue catalogue, Stockroom stockroom) {
    this.desk = desk;
    this.orders = orders;
    this.catalogue = catalogue;
    this.stockroom = stockroom;
  }

  @Serdeable
  record NewOrder(String productId, int quantity) {}

  @Serdeable
  record OrderView(Order order, CatalogueClient.Product product) {}

  @Post
  HttpResponse<Order> place(@Body NewOrder wish) {
    Order order = desk.place(wish.productId(), wish.quantity());
    return HttpResponse.created(order, URI.create("/orders/" + order.id()));
  }

  @Get("/{id}")
  OrderView order(String id) {
    Order order = known(id);
    log.info("Order {} looked up", id);
    return new OrderView(order, catalogue.product(order.productId()));
  }

  /** Every service that is called on the way is told which order it works for. */
  @Post("/{id}/delivery")
  StockClient.Parcel deliver(String id) {
    Order order = known(id);
    Baggage baggage = Baggage.current().toBuilder().put("order.id", id).build();
    StockClient.Parcel parcel =
        Context.current().with(baggage).wrapSupplier(() -> stockroom.pack(order)).get();
    log.info("Order {} on its way", id);
    return parcel;
  }

  private Order known(String id) {
    return orders
        .find(id)
        .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such order: " + id));
  }

  @Error
  HttpResponse<?> refused(HttpRequest<?> request, OrderRefusedException refusal) {
    log.warn("Order refused: {}", refusal.getMessage());
    return HttpResponse.status(HttpStatus.valueOf(refusal.status()));
  }
}
