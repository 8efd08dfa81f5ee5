package io.heliograph.instrumentation;

import org.jspecify.annotations.Nullable;

/** The JDBC drivers whose databases the semantic conventions' registry names. */
enum JdbcDriver {
  CLICKHOUSE("clickhouse", 8123),
  COCKROACHDB("cockroachdb", 26257),
  DB2("ibm.db2", 50000),
  DERBY("derby", 1527),
  FIREBIRD("firebirdsql", 3050),
  H2("h2database", 9092),
  HIVE("hive", 10000),
  HSQLDB("hsqldb", 9001),
  INFORMIX("ibm.informix", 9088),
  MARIADB("mariadb", 3306),
  MYSQL("mysql", 3306),
  ORACLE("oracle.db", 1521),
  POSTGRESQL("postgresql", 5432),
  REDSHIFT("aws.redshift", 5439),
  SAP_HANA("sap.hana", 30015),
  SQLITE("sqlite", -1),
  SQL_SERVER("microsoft.sql_server", 1433),
  TERADATA("teradata", 1025),
  TRINO("trino", 8080);

  final String system;
  private final int defaultPort;

  JdbcDriver(String system, int defaultPort) {
    this.system = system;
    this.defaultPort = defaultPort;
  }

  /** The driver of a URL's second part, such as {@code postgresql}. */
  static @Nullable JdbcDriver of(String name) {
    return switch (name) {
      case "clickhouse", "ch" -> CLICKHOUSE;
      case "cockroachdb" -> COCKROACHDB;
      case "db2", "as400" -> DB2;
      case "derby" -> DERBY;
      case "firebirdsql", "firebird" -> FIREBIRD;
      case "h2" -> H2;
      case "hive2" -> HIVE;
      case "hsqldb" -> HSQLDB;
      case "informix-sqli" -> INFORMIX;
      case "mariadb" -> MARIADB;
      case "mysql" -> MYSQL;
      case "oracle" -> ORACLE;
      case "postgresql", "pgsql" -> POSTGRESQL;
      case "redshift" -> REDSHIFT;
      case "sap" -> SAP_HANA;
      case "sqlite" -> SQLITE;
      case "sqlserver", "mssql" -> SQL_SERVER;
      case "teradata" -> TERADATA;
      case "trino" -> TRINO;
      default -> null;
    };
  }

  /** A database in a server; the system's own port is left out, as the conventions say. */
  DbTarget target(@Nullable HostPort server, @Nullable String namespace) {
    if (server == null) {
      return new DbTarget(system, namespace, null, -1);
    }
    int port = server.port() == defaultPort ? -1 : server.port();
    return new DbTarget(system, namespace, server.host(), port);
  }
}
