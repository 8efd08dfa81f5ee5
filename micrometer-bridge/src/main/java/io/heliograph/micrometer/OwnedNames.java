package io.heliograph.micrometer;

import io.heliograph.config.OwnedKind;
import io.heliograph.config.Owner;
import io.heliograph.config.Settings;
import java.util.List;

/**
 * The names of what Micrometer records and is not asked to, because Heliograph owns its kind or
 * nobody wants it. Immutable.
 */
final class OwnedNames {

  private record Name(OwnedKind kind, String prefix) {}

  private static final List<Name> METERS =
      List.of(
          new Name(OwnedKind.HTTP_SERVER, "http.server.requests"),
          new Name(OwnedKind.HTTP_CLIENT, "http.client.requests"),
          new Name(OwnedKind.JDBC, "jdbc.query"),
          new Name(OwnedKind.JDBC, "jdbc.connection"),
          new Name(OwnedKind.JDBC, "jdbc.result-set"),
          new Name(OwnedKind.CONNECTION_POOL, "jdbc.connections"),
          new Name(OwnedKind.CONNECTION_POOL, "hikaricp"),
          new Name(OwnedKind.JVM, "jvm"),
          new Name(OwnedKind.JVM, "process"),
          new Name(OwnedKind.JVM, "system"));

  /** Heliograph has no metric of scheduled work, so that its timer is not among the meters. */
  private static final List<Name> OBSERVATIONS =
      List.of(
          new Name(OwnedKind.HTTP_SERVER, "http.server.requests"),
          new Name(OwnedKind.HTTP_CLIENT, "http.client.requests"),
          new Name(OwnedKind.JDBC, "jdbc.query"),
          new Name(OwnedKind.JDBC, "jdbc.connection"),
          new Name(OwnedKind.JDBC, "jdbc.result-set"),
          new Name(OwnedKind.SCHEDULED, "tasks.scheduled.execution"));

  private final List<String> prefixes;

  private OwnedNames(List<Name> names, Settings settings) {
    this.prefixes =
        names.stream()
            .filter(name -> !name.kind.isOwnedBy(Owner.MICROMETER, settings))
            .map(Name::prefix)
            .toList();
  }

  static OwnedNames ofMeters(Settings settings) {
    return new OwnedNames(METERS, settings);
  }

  static OwnedNames ofObservations(Settings settings) {
    return new OwnedNames(OBSERVATIONS, settings);
  }

  /** Whether it is one of the names, or below one. */
  boolean contains(String name) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)
          && (name.length() == prefix.length() || name.charAt(prefix.length()) == '.')) {
        return true;
      }
    }
    return false;
  }
}
