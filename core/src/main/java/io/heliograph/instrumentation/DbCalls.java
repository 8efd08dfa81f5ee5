package io.heliograph.instrumentation;

import io.heliograph.internal.sql.SqlDialect;
import io.heliograph.internal.sql.SqlTexts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what is known of calls. Thread-safe.
 *
 * <p>Remembers those of prepared statements, of which a program has few; other texts may be new
 * with each call.
 */
final class DbCalls {

  /** What is longer would fill memory if there are many. */
  private static final int LONGEST_STATEMENT = 2048;

  private final DbClientOptions options;
  private final DbClientMetrics metrics;
  private final Map<SqlDialect, SqlTexts> texts = new ConcurrentHashMap<>();
  private final SeriesCache<DbCall> prepared = new SeriesCache<>();

  DbCalls(DbClientOptions options, DbClientMetrics metrics) {
    this.options = options;
    this.metrics = metrics;
  }

  /** A prepared statement that is run once. */
  DbCall prepared(DbTarget target, String sql) {
    DbCall known = prepared.find(target, sql, null, null, null, 0);
    if (known != null) {
      return known;
    }
    DbCall call = of(target, sql, true, 1);
    return sql.length() > LONGEST_STATEMENT
        ? call
        : prepared.add(call, target, sql, null, null, null, 0);
  }

  /** A statement that is run once, or with several sets of parameters. */
  DbCall of(DbTarget target, String sql, boolean prepared, int batchSize) {
    return of(target, DbQuery.of(sql, prepared, batchSize, texts(target), options));
  }

  /** Several statements that are sent together. */
  DbCall ofAll(DbTarget target, List<String> statements) {
    return of(target, DbQuery.ofAll(statements, texts(target), options));
  }

  /** Nothing is sent. */
  DbCall ofNone(DbTarget target) {
    return of(target, new DbQuery(DbQuery.BATCH, null, 0));
  }

  private DbCall of(DbTarget target, DbQuery query) {
    return DbCall.of(target, query, metrics);
  }

  private SqlTexts texts(DbTarget target) {
    return texts.computeIfAbsent(SqlDialect.of(target.system()), SqlTexts::new);
  }
}
