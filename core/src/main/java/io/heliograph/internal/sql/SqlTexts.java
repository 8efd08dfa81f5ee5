package io.heliograph.internal.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what was read from statements, within bounds.
 *
 * <p>Two generations: what is used moves to the younger one, and when that is full the older one
 * goes. Statements that never come again therefore cannot push out those that do. Thread-safe.
 */
public final class SqlTexts {

  static final int MAX_GENERATION = 256;
  static final int MAX_CACHED_CHARS = 8192;

  private final SqlDialect dialect;
  private volatile Map<String, SqlText> young = new ConcurrentHashMap<>();
  private volatile Map<String, SqlText> old = Map.of();

  public SqlTexts(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /** What a statement may show of itself. */
  public SqlText of(String sql) {
    SqlText text = young.get(sql);
    return text == null ? promoted(sql) : text;
  }

  private SqlText promoted(String sql) {
    SqlText remembered = old.get(sql);
    SqlText text = remembered == null ? SqlSanitizer.read(sql, dialect) : remembered;
    if (sql.length() <= MAX_CACHED_CHARS) {
      makeRoom();
      young.put(sql, text);
    }
    return text;
  }

  private synchronized void makeRoom() {
    if (young.size() >= MAX_GENERATION) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
  }

  /** How many statements are remembered. */
  int size() {
    return young.size() + old.size();
  }
}
