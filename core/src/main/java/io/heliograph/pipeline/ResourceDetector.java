package io.heliograph.pipeline;

import io.heliograph.export.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds out something about where the program runs; called once, at start-up, on its own thread.
 *
 * <p>Found with {@link java.util.ServiceLoader} or given to the builder. One that throws, or takes
 * longer than its share of the start-up, contributes nothing and is named in the log.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/resource/sdk/#detecting-resource-information-from-the-environment">Resource
 *     detectors</a>
 */
public interface ResourceDetector {

  /** The name by which configuration switches it, such as {@code host}. */
  String name();

  /** What it found, {@link Resource#empty()} if nothing. */
  Resource detect();

  /**
   * The detector {@code service} of a framework that knows which build it runs.
   *
   * @param version {@code service.version}, null if it is not known
   */
  static ResourceDetector serviceVersion(@Nullable String version) {
    return new ServiceVersion(version);
  }
}
