package io.heliograph.quarkus.it;

import io.heliograph.contract.Contract;
import io.heliograph.contract.ContractSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Lets the application export to the receiver of the contracts. */
public class ReceiverResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(ContractSettings.properties(Contract.receiver()));
    settings.put("heliograph.test.enabled", "true");
    settings.put("quarkus.http.test-port", "0");
    settings.put("heliograph.bsp.max.queue.size", "20000");
    return settings;
  }

  @Override
  public void stop() {}
}
