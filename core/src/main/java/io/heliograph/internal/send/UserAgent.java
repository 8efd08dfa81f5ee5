package io.heliograph.internal.send;

import io.heliograph.internal.Version;

/**
 * Who sends.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/#user-agent">User
 *     agent</a>
 */
final class UserAgent {

  static final String VALUE = "Heliograph-OTLP-Exporter-Java/" + Version.get();

  private UserAgent() {}
}
