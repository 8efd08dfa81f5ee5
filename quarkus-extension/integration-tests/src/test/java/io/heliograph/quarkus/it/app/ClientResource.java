package io.heliograph.quarkus.it.app;

import io.heliograph.contract.ContractClientEndpoint;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The handler of {@link ContractClientEndpoint}. */
@Path("/contract/client")
public class ClientResource {

  private final InjectedClient injected;
  private final InjectedClient built =
      RestClientBuilder.newBuilder()
          .baseUri(URI.create("http://127.0.0.1"))
          .build(InjectedClient.class);
  private final WebClient web;
  private final io.vertx.mutiny.ext.web.client.WebClient mutiny;

  ClientResource(@RestClient InjectedClient injected, Vertx vertx) {
    this.injected = injected;
    this.web = WebClient.create(vertx);
    this.mutiny =
        io.vertx.mutiny.ext.web.client.WebClient.create(new io.vertx.mutiny.core.Vertx(vertx));
  }

  @GET
  @Path("/{kind}")
  public String call(@RestPath String kind, @RestQuery String method, @RestQuery String url) {
    try (Scope ignored = baggage().makeCurrent()) {
      return String.valueOf(status(kind, method, url));
    } catch (ProcessingException | CompletionException e) {
      return "failed";
    }
  }

  private int status(String kind, String method, String url) {
    return switch (kind) {
      case "injected" -> status(injected, url);
      case "built" -> status(built, url);
      case "web-client" ->
          web.requestAbs(HttpMethod.valueOf(method), url)
              .send()
              .toCompletionStage()
              .toCompletableFuture()
              .join()
              .statusCode();
      case "mutiny-web-client" ->
          mutiny
              .requestAbs(HttpMethod.valueOf(method), url)
              .send()
              .subscribeAsCompletionStage()
              .join()
              .statusCode();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static int status(InjectedClient client, String url) {
    try (Response response = client.get(url)) {
      return response.getStatus();
    } catch (WebApplicationException e) {
      return e.getResponse().getStatus();
    }
  }

  private static Baggage baggage() {
    return Baggage.builder()
        .put(ContractClientEndpoint.BAGGAGE_KEY, ContractClientEndpoint.BAGGAGE_VALUE)
        .build();
  }
}
