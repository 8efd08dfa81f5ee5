package io.heliograph.spring;

import io.micrometer.context.ContextRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import reactor.core.publisher.Hooks;

/** Lets Reactor carry the context, in the whole JVM. */
@AutoConfiguration(after = HeliographAutoConfiguration.class)
@ConditionalOnClass({Hooks.class, ContextRegistry.class})
@ConditionalOnPart
public final class HeliographReactorAutoConfiguration {

  HeliographReactorAutoConfiguration() {
    ContextRegistry.getInstance().registerThreadLocalAccessor(new OpenTelemetryAccessor());
    Hooks.enableAutomaticContextPropagation();
  }
}
