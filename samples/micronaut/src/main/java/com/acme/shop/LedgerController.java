package com.acme.shop;

import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.SerdeImport;
import java.util.List;

/** Shows what became of this service's spans. */
@Controller("/ledger")
@SerdeImport(DestinationStatus.class)
class LedgerController {

  private final Heliograph heliograph;

  LedgerController(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  @Get
  List<DestinationStatus> ledger() {
    return heliograph.destinations();
  }
}
