package io.heliograph.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Adds a sampler that configuration selects by name; found with {@link java.util.ServiceLoader} and
 * called once, at start-up.
 *
 * <p>A sampler that is {@link AutoCloseable} is closed at shutdown.
 */
public interface SamplerProvider {

  /** The value of {@code heliograph.traces.sampler} that selects it; not a built-in one. */
  String name();

  /**
   * Makes the sampler.
   *
   * @param arg the value of {@code heliograph.traces.sampler.arg}, null if it is not set
   * @throws IllegalArgumentException if the value is not allowed, with a text that completes "must
   *     be …"
   */
  Sampler create(@Nullable String arg);
}
