package io.heliograph.quarkus.it.app;

import io.heliograph.contract.ContractEndpoint;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.reactive.RestPath;

/** Calls the application itself, by a template of two parts. */
@Path("/template")
public class TemplateResource {

  /** A client of {@link ContractEndpoint#ITEM}. */
  @Path("contract/")
  public interface Items {

    @GET
    @Path("/items/{id}")
    String item(@RestPath String id);
  }

  @GET
  @Path("/{id}")
  public String call(@RestPath String id, UriInfo uri) {
    return RestClientBuilder.newBuilder().baseUri(uri.getBaseUri()).build(Items.class).item(id);
  }
}
