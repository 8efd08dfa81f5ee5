package io.heliograph.internal.metrics;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.internal.diagnostics.ThrottledLog;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The stream names of one meter, case ignored: the first spelling stays, and a second stream of the
 * same name is told. Used under the meter's lock.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#duplicate-instrument-registration">Duplicate
 *     instrument registration</a>
 */
final class StreamNames {

  private final InstrumentationScope scope;
  private final ThrottledLog log;
  private final Map<String, Claim> claims = new HashMap<>();

  StreamNames(InstrumentationScope scope, ThrottledLog log) {
    this.scope = scope;
    this.log = log;
  }

  private record Claim(String name, Descriptor instrument) {}

  /** The spelling under which the stream is exported. */
  String claim(String name, Descriptor instrument) {
    Claim claim = new Claim(name, instrument);
    Claim first = claims.putIfAbsent(name.toLowerCase(Locale.ROOT), claim);
    if (first == null) {
      return name;
    }
    log.warn(
        "duplicate metric " + first.name,
        () ->
            "Heliograph: meter '"
                + scope.name()
                + "' has two metrics named '"
                + first.name
                + "', which receivers may confuse: the "
                + first.instrument.text()
                + " and the "
                + instrument.text()
                + ". A view can rename or drop one of them",
        null);
    return first.name;
  }
}
