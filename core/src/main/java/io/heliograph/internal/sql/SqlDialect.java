package io.heliograph.internal.sql;

/**
 * Where databases disagree on what a literal is.
 *
 * <p>Reading a statement by another database's rules would not only garble it: where a backslash
 * does not end a string for us and does for the database, the rest of the statement trades places
 * and values are taken for names. What is not known is therefore read as hiding more, not less.
 */
public enum SqlDialect {
  ANSI,
  CLICKHOUSE,
  MYSQL,
  ORACLE,
  POSTGRESQL,
  SQLITE,
  SQL_SERVER,
  UNKNOWN;

  /** The dialect of a {@code db.system.name}. */
  public static SqlDialect of(String systemName) {
    return switch (systemName) {
      case "clickhouse" -> CLICKHOUSE;
      case "mysql", "mariadb" -> MYSQL;
      case "oracle.db" -> ORACLE;
      case "postgresql", "cockroachdb", "aws.redshift" -> POSTGRESQL;
      case "sqlite" -> SQLITE;
      case "microsoft.sql_server" -> SQL_SERVER;
      case "derby", "firebirdsql", "h2database", "hsqldb", "ibm.db2", "sap.hana", "trino" -> ANSI;
      default -> UNKNOWN;
    };
  }

  /** Whether a backslash takes a quote's meaning away. */
  boolean backslashEscapes() {
    return this == MYSQL || this == CLICKHOUSE;
  }

  /** Whether it is open what a backslash before a quote does. */
  boolean backslashUnclear() {
    return this == UNKNOWN;
  }

  boolean doubleQuotedStrings() {
    return this == MYSQL || this == SQLITE || this == UNKNOWN;
  }

  boolean hashComments() {
    return this == MYSQL;
  }

  boolean nestedComments() {
    return this != MYSQL && this != ORACLE && this != SQLITE;
  }

  /** {@code $tag$text$tag$} and {@code $1}, where others have money. */
  boolean dollarQuotes() {
    return this == POSTGRESQL || this == ANSI || this == UNKNOWN;
  }

  boolean bracketedNames() {
    return this == SQL_SERVER || this == SQLITE;
  }

  /** {@code q'[text]'}. */
  boolean alternativeQuotes() {
    return this == ORACLE || this == UNKNOWN;
  }
}
