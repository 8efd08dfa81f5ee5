package io.heliograph.spring;

import io.heliograph.Heliograph;
import io.heliograph.StartUpFindings;
import io.heliograph.config.EngineSettings;
import io.heliograph.config.Part;
import io.heliograph.config.Settings;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.ConfigurableEnvironment;

/** Lets the engine write its summary once all beans are there; in tests where it is off, none. */
final class StartUpReport implements ApplicationListener<ContextRefreshedEvent> {

  private final ApplicationContext context;
  private final ConfigurableEnvironment environment;
  private final Heliograph heliograph;
  private final StartUpFindings findings;

  StartUpReport(
      ApplicationContext context,
      ConfigurableEnvironment environment,
      Heliograph heliograph,
      StartUpFindings findings) {
    this.context = context;
    this.environment = environment;
    this.heliograph = heliograph;
    this.findings = findings;
  }

  /** Those of child contexts arrive here too, and earlier. */
  @Override
  public void onApplicationEvent(ContextRefreshedEvent event) {
    if (!event.getApplicationContext().equals(context)) {
      return;
    }
    if (!heliograph.settings().get(EngineSettings.SDK_DISABLED)) {
      addWhatIsMissing();
      findings.connect(heliograph.startUp());
    }
    if (!environment.getPropertySources().contains(OffInTests.ORIGIN)) {
      heliograph.logStartUp();
    }
  }

  private void addWhatIsMissing() {
    Settings settings = heliograph.settings();
    findings.leftOff(settings);
    addOtherLogging(Part.LOG_LINES, settings);
    addOtherLogging(Part.MDC, settings);
  }

  private void addOtherLogging(Part part, Settings settings) {
    if (part.isOn(settings) && !findings.has(part)) {
      String system = LoggingSystem.get(getClass().getClassLoader()).getClass().getSimpleName();
      findings.leftAlone(part.toString(), "only Logback's, and logging is " + system);
    }
  }
}
