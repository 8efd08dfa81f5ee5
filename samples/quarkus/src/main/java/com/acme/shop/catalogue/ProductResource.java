package com.acme.shop.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

@Path("/products")
public class ProductResource {

  private static final Logger log = Logger.getLogger(ProductResource.class);

  private final Products products;

  ProductResource(Products products) {
    this.products = products;
  }

  public record Label(String text) {}

  @GET
  public List<Product> products() {
    return products.all();
  }

  @GET
  @Path("/{id}")
  public Product product(@RestPath String id) {
    Optional<Product> product = products.find(id);
    if (product.isEmpty()) {
      log.infof("No such product: %s", id);
    }
    return product.orElseThrow(NotFoundException::new);
  }

  @GET
  @Path("/{id}/label")
  public Label label(@RestPath String id) {
    Product product = products.find(id).orElseThrow(NotFoundException::new);
    log.infof("Label of %s printed", product.name());
    return new Label(product.name());
  }
}
