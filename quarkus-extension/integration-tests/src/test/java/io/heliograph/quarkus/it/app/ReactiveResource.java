package io.heliograph.quarkus.it.app;

import io.netty.util.concurrent.EventExecutor;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.web.Router;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Ways to answer that the contract does not ask for. */
@Path("/reactive")
public class ReactiveResource {

  private final ContractMethods methods;
  private final Work work;
  private final Vertx vertx;
  private final EventBus events;

  ReactiveResource(ContractMethods methods, Work work, Vertx vertx, EventBus events) {
    this.methods = methods;
    this.work = work;
    this.vertx = vertx;
    this.events = events;
  }

  /** Two branches at the same time, both for the same request. */
  @GET
  @Path("/branches/{n}")
  public Uni<String> branches(@RestPath String n) {
    return Uni.combine().all().unis(work.left(n), work.right(n)).with((left, right) -> left);
  }

  /** One after the other. */
  @GET
  @Path("/chain/{n}")
  public Uni<String> chain(@RestPath String n) {
    return work.left(n).flatMap(work::right);
  }

  @GET
  @Path("/events")
  @RestStreamElementType(MediaType.TEXT_PLAIN)
  public Multi<String> events() {
    return Multi.createFrom()
        .ticks()
        .every(Duration.ofMillis(2))
        .select()
        .first(3)
        .map(tick -> methods.nested(tick.toString()));
  }

  /** To a consumer on another event loop and thread, and back. */
  @GET
  @Path("/message")
  public Uni<String> message() {
    return events
        .<String>request("contract.methods", "message")
        .map(answer -> methods.nested(answer.body()));
  }

  /** The event loops on which something is current though nothing runs there. */
  @GET
  @Path("/leaks")
  public String leaks() throws ExecutionException, InterruptedException {
    List<String> leaks = new ArrayList<>();
    for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
      if (!loop.submit(() -> Context.current() == Context.root()).get()) {
        leaks.add(loop.toString());
      }
    }
    return leaks.toString();
  }

  /** Routes without any framework above Vert.x. */
  void routes(@Observes Router router) {
    router
        .get("/plain/:n")
        .handler(
            routing ->
                vertx.setTimer(1, timer -> routing.end(methods.nested(routing.pathParam("n")))));
    router
        .get("/plain-failure")
        .handler(
            routing -> {
              throw new IllegalStateException("plain");
            });
  }
}
