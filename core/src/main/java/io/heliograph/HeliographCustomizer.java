package io.heliograph;

/**
 * Changes the engine before it starts; a framework module takes it as a bean.
 *
 * <p>Called once, in the beans' order, after the settings and the beans of the engine's own
 * extension types were given to the builder.
 */
@FunctionalInterface
public interface HeliographCustomizer {

  /** Adds to or replaces what the builder has; what it throws stops the start. */
  void customize(HeliographBuilder builder);
}
