package io.heliograph.spring.app;

import io.heliograph.contract.ContractLog;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Logs as soon as Boot has set up logging. */
class StartLines implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ContractLog.startLines().forEach(LoggerFactory.getLogger(ContractLog.LOGGER)::info);
  }
}
