package io.heliograph.internal.sql;

import java.util.Set;

/** The words that a summary is made from. */
final class SqlKeywords {

  /** Longer words are names, and need not be looked up. */
  static final int MAX_LENGTH = 13;

  /** Statements on rows. */
  static final Set<String> ROW_OPERATIONS =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "UPSERT");

  /** Statements on objects of a kind that follows, such as {@code CREATE TABLE}. */
  static final Set<String> DEFINITIONS = Set.of("CREATE", "ALTER", "DROP", "TRUNCATE");

  static final Set<String> OBJECTS =
      Set.of(
          "TABLE",
          "VIEW",
          "INDEX",
          "SEQUENCE",
          "SCHEMA",
          "DATABASE",
          "PROCEDURE",
          "FUNCTION",
          "TRIGGER",
          "TYPE",
          "DOMAIN",
          "EXTENSION",
          "USER",
          "ROLE",
          "TABLESPACE",
          "SYNONYM",
          "PACKAGE",
          "EVENT",
          "POLICY",
          "RULE");

  static final Set<String> CALLS = Set.of("CALL", "EXEC", "EXECUTE");

  /** Statements that are summarised by their first word alone. */
  static final Set<String> COMMANDS =
      Set.of(
          "ANALYZE",
          "BEGIN",
          "CHECKPOINT",
          "CLOSE",
          "COMMENT",
          "COMMIT",
          "COPY",
          "DEALLOCATE",
          "DECLARE",
          "DESCRIBE",
          "DO",
          "FETCH",
          "FLUSH",
          "GRANT",
          "KILL",
          "LISTEN",
          "LOAD",
          "LOCK",
          "NOTIFY",
          "OPTIMIZE",
          "PRAGMA",
          "PREPARE",
          "REFRESH",
          "REINDEX",
          "RELEASE",
          "RESET",
          "REVOKE",
          "ROLLBACK",
          "SAVEPOINT",
          "SET",
          "SHOW",
          "START",
          "UNLISTEN",
          "UNLOCK",
          "USE",
          "VACUUM",
          "VALUES");

  /** Words that end a list of tables. */
  static final Set<String> CLAUSES =
      Set.of(
          "WHERE",
          "GROUP",
          "ORDER",
          "HAVING",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "WINDOW",
          "SET",
          "VALUES",
          "DEFAULT",
          "RETURNING",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "MINUS",
          "FOR",
          "OUTFILE",
          "DUMPFILE",
          "START",
          "CONNECT",
          "QUALIFY");

  /** Words that may stand between an operation and its target. */
  static final Set<String> MODIFIERS =
      Set.of(
          "ABORT",
          "ALL",
          "CONCURRENTLY",
          "DELAYED",
          "EXISTS",
          "FAIL",
          "HIGH_PRIORITY",
          "IF",
          "IGNORE",
          "IMMEDIATE",
          "LATERAL",
          "LOW_PRIORITY",
          "NOT",
          "ON",
          "ONLY",
          "OR",
          "OVERWRITE",
          "QUICK",
          "REPLACE",
          "ROLLBACK",
          "TABLE");

  private SqlKeywords() {}
}
