package io.heliograph.micronaut;

import io.heliograph.logback.LogbackInstaller;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import org.jspecify.annotations.Nullable;

/** Lets the log lines of a start wait, from when somebody begins to build a context. */
@ContextConfigurer
public final class EarlyLines implements ApplicationContextConfigurer {

  private @Nullable LogbackInstaller installer;

  @Override
  public void configure(ApplicationContextBuilder builder) {
    installer = LogbackLookup.installer();
    if (installer != null) {
      installer.install();
    }
  }

  /** Whoever connects it to the engine finds it there. */
  @Override
  public void configure(ApplicationContext context) {
    if (installer != null) {
      context.registerSingleton(installer);
    }
  }
}
