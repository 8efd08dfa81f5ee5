package io.heliograph.micronaut.app;

import io.heliograph.SpanAttribute;
import io.heliograph.Traced;
import jakarta.inject.Singleton;

/** The methods that {@link io.heliograph.contract.ContractMethod} lists. */
@Singleton
class ContractMethods {

  @Traced("contract.nested")
  String nested(@SpanAttribute("contract.n") String n) {
    return n;
  }
}
