package io.heliograph.instrumentation;

import io.heliograph.internal.attributes.PreparedAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a database call before it is sent: made once for all that run the same prepared
 * statement.
 *
 * @param attributes of its span
 * @param success what becomes of one that does not fail
 */
record DbCall(
    DbTarget target,
    DbQuery query,
    String spanName,
    PreparedAttributes attributes,
    Outcome success) {

  static DbCall of(DbTarget target, DbQuery query, DbClientMetrics metrics) {
    PreparingSink attributes = new PreparingSink();
    target.record(attributes);
    query.record(attributes);
    return new DbCall(
        target,
        query,
        spanName(target, query),
        attributes.attributes(),
        metrics.outcome(target, query, null, null));
  }

  private static String spanName(DbTarget target, DbQuery query) {
    if (query.summary() != null) {
      return query.summary();
    }
    String place = target.namespace() == null ? server(target) : target.namespace();
    return place == null ? target.system() : place;
  }

  private static @Nullable String server(DbTarget target) {
    String address = target.serverAddress();
    boolean ownPort = address == null || target.serverPort() < 0;
    return ownPort ? address : address + ":" + target.serverPort();
  }
}
