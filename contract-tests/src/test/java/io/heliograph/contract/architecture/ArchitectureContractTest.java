package io.heliograph.contract.architecture;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each rule of the contract fails on a module that breaks it. */
class ArchitectureContractTest {

  @Test
  void aModuleThatBreaksEveryRuleFailsEveryTest() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(BrokenModule.class))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.started(3).failed(3));
  }
}
