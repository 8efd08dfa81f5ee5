package io.heliograph.vertx;

import io.heliograph.instrumentation.DbTarget;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.impl.tracing.QueryRequest;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query of one of Vert.x' SQL clients.
 *
 * @param size how many sets of parameters it runs with
 */
record SqlQuery(DbTarget target, String text, boolean prepared, int size) {

  /** What a tracer is asked to trace. */
  static <R> SqlQuery of(R request, TagExtractor<R> tags) {
    QueryRequest query = (QueryRequest) request;
    Map<String, String> known = tags.extract(request);
    String address = known.getOrDefault("peer.address", "");
    int colon = address.lastIndexOf(':');
    DbTarget target =
        DbTarget.ofServer(
            known.getOrDefault("db.system", "other_sql"),
            known.get("db.instance"),
            address.substring(0, Math.max(colon, 0)),
            Integer.parseInt(address.substring(colon + 1)));
    int sets = query.tuples().size();
    return new SqlQuery(target, query.sql(), sets > 0, Math.max(sets, 1));
  }

  /** The failure as JDBC would tell it, which is what core reads codes of. */
  static @Nullable Throwable failure(@Nullable Throwable failure) {
    return failure instanceof DatabaseException database
        ? new SQLException(
            database.getMessage(), database.getSqlState(), database.getErrorCode(), database)
        : failure;
  }
}
