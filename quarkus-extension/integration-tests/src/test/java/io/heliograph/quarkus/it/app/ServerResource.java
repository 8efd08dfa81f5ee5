package io.heliograph.quarkus.it.app;

import io.heliograph.contract.ContractMethod;
import io.opentelemetry.api.trace.Span;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The contract's endpoints, some on worker threads and some on event loops. */
@Path("/contract")
public class ServerResource {

  private final ContractMethods methods;

  ServerResource(ContractMethods methods) {
    this.methods = methods;
  }

  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ServerExceptionMapper
  RestResponse<String> conflict(Conflict conflict) {
    return RestResponse.status(Response.Status.CONFLICT, "conflict");
  }

  @GET
  @Path("/success")
  public Uni<String> success() {
    return Uni.createFrom().item("ok");
  }

  @GET
  @Path("/items/{id}")
  public String item(@RestPath String id) {
    return id;
  }

  @GET
  @Path("/client-error")
  public Response clientError() {
    return Response.status(400).entity("bad").build();
  }

  @GET
  @Path("/exception")
  public String exception() {
    throw new IllegalStateException("contract");
  }

  @GET
  @Path("/handled-exception")
  public Uni<String> handledException() {
    return Uni.createFrom().failure(new Conflict());
  }

  @GET
  @Path("/redirect")
  public Response redirect() {
    return Response.status(302).location(URI.create("/contract/success")).build();
  }

  @GET
  @Path("/async")
  public Uni<String> async() {
    return Uni.createFrom()
        .item("async")
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(20))
        .invoke(() -> Span.current().addEvent(ContractMethod.COMPLETING));
  }

  @GET
  @Path("/stream")
  public Multi<String> stream() {
    return Multi.createFrom()
        .ticks()
        .every(Duration.ofMillis(5))
        .map(tick -> new String[] {"one\n", "two\n", "three\n"}[tick.intValue()])
        .invoke(
            line -> {
              if (line.equals("three\n")) {
                Span.current().addEvent(ContractMethod.COMPLETING);
              }
            })
        .select()
        .first(3);
  }

  @GET
  @Path("/endless")
  public Multi<String> endless() {
    return Multi.createFrom()
        .ticks()
        .every(Duration.ofMillis(1))
        .onOverflow()
        .drop()
        .map(tick -> "line\n");
  }

  /** On an event loop, and after a delay. */
  @GET
  @Path("/nested")
  public Uni<String> nested(@QueryParam("n") String n) {
    return Uni.createFrom()
        .item(n)
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(1))
        .map(methods::nested);
  }

  @GET
  @Path("/baggage")
  public String baggage() {
    return CurrentContext.baggage();
  }

  @GET
  @Path("/current-span")
  @NonBlocking
  public String currentSpan() {
    return CurrentContext.span();
  }

  @GET
  @Path("/headers")
  public Response headers() {
    return Response.ok("ok").header("X-Contract-Response", "out").build();
  }

  @GET
  @Path("/health")
  public String health() {
    return "up";
  }

  /** On an event loop, where a leak would hurt the most. */
  @GET
  @Path("/health/leak")
  @NonBlocking
  public String leak() {
    return CurrentContext.isLeaked();
  }
}
