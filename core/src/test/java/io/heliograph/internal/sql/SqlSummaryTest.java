package io.heliograph.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSummaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT * FROM wuser_table WHERE username = ? | SELECT wuser_table",
        "INSERT INTO shipping_details (order_id, address) SELECT order_id, address FROM orders | "
            + "INSERT shipping_details SELECT orders",
        "SELECT * FROM songs, artists WHERE songs.artist_id == artists.id | SELECT songs artists",
        "SELECT order_date FROM (SELECT * FROM orders o JOIN customers c ON o.c = c.id) | "
            + "SELECT SELECT orders customers",
        "SELECT * FROM \"song list\", 'artists' | SELECT \"song list\" 'artists'",
        "{call some_stored_procedure} | call some_stored_procedure",
        "{? = call shop.price(?)} | call shop.price",
      })
  void followsTheConventionsExamples(String sql, String expected) {
    assertThat(summary(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select a from b.c as x, \"d\".\"e\" y where f in (1,2) | select b.c \"d\".\"e\"",
        "SELECT 1 | SELECT",
        "SELECT extract(year FROM ts) FROM t | SELECT t",
        "SELECT a FROM t WHERE b IS DISTINCT FROM c | SELECT t",
        "SELECT * FROM t FOR UPDATE | SELECT t",
        "SELECT * FROM a LEFT JOIN b USING (id), c | SELECT a b c",
        "SELECT * FROM (a JOIN b ON a.x = b.x) WHERE c = 1 | SELECT a b",
        "SELECT a FROM t UNION ALL SELECT b FROM u | SELECT t SELECT u",
        "SELECT * FROM generate_series(1, 10) | SELECT generate_series",
        "SELECT * FROM t GROUP BY a, b ORDER BY c, d | SELECT t",
        "WITH x AS (SELECT * FROM t) UPDATE u SET a = (SELECT b FROM v) | SELECT t UPDATE u SELECT v",
        "INSERT INTO t VALUES (1, 'from'), (2, 'x') ON CONFLICT (id) DO UPDATE SET a = 1 | INSERT t",
        "INSERT IGNORE INTO t SET a = 1 | INSERT t",
        "INSERT OR REPLACE INTO t VALUES (1) | INSERT t",
        "REPLACE INTO t VALUES (1) | REPLACE t",
        "UPDATE ONLY t SET a = 1, b = 2 WHERE c = 3 | UPDATE t",
        "DELETE FROM t USING u WHERE t.id = u.id | DELETE t u",
        "MERGE INTO t USING (SELECT * FROM u) s ON (t.i = s.i) WHEN MATCHED THEN UPDATE SET a = 1 "
            + "WHEN NOT MATCHED THEN INSERT (a) VALUES (1) | MERGE t SELECT u",
        "CREATE TABLE IF NOT EXISTS shop.orders (id int) | CREATE TABLE shop.orders",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a) | CREATE INDEX i",
        "CREATE TABLE t AS SELECT * FROM u | CREATE TABLE t SELECT u",
        "DROP TABLE a, b | DROP TABLE a b",
        "TRUNCATE t | TRUNCATE t",
        "ALTER TABLE t ADD COLUMN user int | ALTER TABLE t",
        "CREATE USER bob PASSWORD 's3cret' | CREATE USER bob",
        "EXEC dbo.pay 's3cret' | EXEC dbo.pay",
        "EXECUTE IMMEDIATE 's3cret' | EXECUTE",
        "EXPLAIN ANALYZE SELECT * FROM t | EXPLAIN SELECT t",
        "SET password = 's3cret' | SET",
        "GRANT SELECT ON t TO u | GRANT",
        "SELECT a FROM t; DELETE FROM u | SELECT t DELETE u",
        "/* from x */ SELECT a/**/FROM/**/t | SELECT t",
        "SELECT * FROM user | SELECT user",
        "SELECT * FROM 5 | SELECT",
      })
  void namesOperationsAndTargetsInTheirOrder(String sql, String expected) {
    assertThat(summary(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s3cret", "hello world", "'x'", "(((", ";;;", "-- SELECT"})
  void isSilentOnWhatIsNoStatement(String sql) {
    assertThat(summary(sql)).isNull();
  }

  @Test
  void endsBeforeTheNameThatWouldNotFit() {
    String name = "t".repeat(60);
    String summary = summary("SELECT * FROM " + String.join(", ", name, name, name, name, name));

    assertThat(summary).isEqualTo("SELECT " + String.join(" ", name, name, name, name));
    assertThat(summary("SELECT * FROM " + "t".repeat(300) + ", u")).isEqualTo("SELECT");
    assertThat(summary("SELECT * FROM " + "t".repeat(248))).hasSize(255);
  }

  @Test
  void takesBracketsAndBackticksForNames() {
    assertThat(SqlSummary.of("SELECT * FROM [a b].[c]", SqlDialect.SQL_SERVER))
        .isEqualTo("SELECT [a b].[c]");
    assertThat(SqlSummary.of("SELECT * FROM `a`.`b`", SqlDialect.MYSQL))
        .isEqualTo("SELECT `a`.`b`");
    assertThat(SqlSummary.of("SELECT * FROM \"a\".\"b\"", SqlDialect.UNKNOWN))
        .isEqualTo("SELECT \"a\".\"b\"");
  }

  @Test
  void takesNoStringOfUncertainEndForAName() {
    assertThat(SqlSummary.of("SELECT * FROM 'a\\' s3cret'", SqlDialect.UNKNOWN))
        .isEqualTo("SELECT");
  }

  @Test
  void readsOverLineComments() {
    assertThat(summary("-- FROM x\nSELECT a -- FROM y\n FROM t")).isEqualTo("SELECT t");
  }

  private static String summary(String sql) {
    return SqlSummary.of(sql, SqlDialect.POSTGRESQL);
  }
}
