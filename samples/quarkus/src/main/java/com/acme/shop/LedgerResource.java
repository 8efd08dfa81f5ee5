package com.acme.shop;

import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Shows what became of this service's spans. */
@Path("/ledger")
public class LedgerResource {

  private final Heliograph heliograph;

  LedgerResource(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  @GET
  public List<DestinationStatus> ledger() {
    return heliograph.destinations();
  }
}
