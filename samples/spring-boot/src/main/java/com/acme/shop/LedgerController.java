package com.acme.shop;

import io.heliograph.DestinationStatus;
import io.heliograph.Heliograph;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what became of this service's spans. */
@RestController
class LedgerController {

  private final Heliograph heliograph;

  LedgerController(Heliograph heliograph) {
    this.heliograph = heliograph;
  }

  @GetMapping("/ledger")
  List<DestinationStatus> ledger() {
    return heliograph.destinations();
  }
}
