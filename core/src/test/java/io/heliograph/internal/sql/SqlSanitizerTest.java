package io.heliograph.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqlSanitizerTest {

  private static final String CANARY = "s3cret";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT 'it''s' | SELECT ?",
        "SELECT 1, 1.5, .5, 1e10, 1.2E-5, 0xFF, 1_000 | SELECT ?, ?, ?, ?, ?, ?, ?",
        "WHERE a=-5 | WHERE a=-?",
        "SELECT X'1F', b'01', N'x', E'a\\'b', U&'d' | SELECT ?, ?, ?, ?, ?",
        "SELECT $$it's$$, $a$ $b$ $a$ | SELECT ?, ?",
        "SELECT TRUE, false, NULL | SELECT ?, ?, NULL",
        "SELECT DATE '2020-01-01' | SELECT DATE ?",
        "WHERE id IN (1, 2, 'x') AND b | WHERE id IN (?) AND b",
        "WHERE id in(?, ?) | WHERE id in(?)",
        "WHERE id IN (-1,+2) | WHERE id IN (?)",
        "WHERE id IN () | WHERE id IN ()",
        "WHERE id IN (SELECT 1) | WHERE id IN (SELECT ?)",
        "WHERE id IN (1, f(2)) | WHERE id IN (?, f(?))",
        "SELECT a -- s3cret | SELECT a",
        "SELECT/* s3 /* nested */ cret */1 | SELECT ?",
        "SELECT \"a b\".c1, t2.x3 | SELECT \"a b\".c1, t2.x3",
        "SELECT 'never closed | SELECT ?",
        "SELECT \"never closed | SELECT ?",
        "SELECT a::int, :name, $1, ?1 | SELECT a::int, :name, $1, ?1",
        "SELECT x[1:2] | SELECT x[?:?]",
        "SELECT é1, t1, a_1 | SELECT é1, t1, a_1",
      })
  void takesLiteralsOutOfPostgres(String sql, String expected) {
    assertThat(sanitize(sql, SqlDialect.POSTGRESQL)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "MYSQL | SELECT \"s3cret\", 'a\\'s3cret', `a b` # s3cret | SELECT ?, ?, `a b`",
        "ORACLE | SELECT q'[it's s3cret]', nq'!x'y!', Q'(a)' | SELECT ?, ?, ?",
        "ORACLE | WHERE a = :1 AND b = :name | WHERE a = :1 AND b = :name",
        "SQL_SERVER | SELECT [a 1].b, N'x', 0xAB, $12.50, @p1 FROM #tmp1 | "
            + "SELECT [a 1].b, ?, ?, ?, @p1 FROM #tmp1",
        "ANSI | SELECT 'C:\\', 's3cret' | SELECT ?, ?",
        "UNKNOWN | SELECT 'a\\' AND s3cret = 's3cret' | SELECT ?",
        "UNKNOWN | SELECT \"s3cret\" | SELECT ?",
        "SQLITE | SELECT \"s3cret\", [a b], $name | SELECT ?, [a b], $name",
        "CLICKHOUSE | SELECT 'a\\'s3cret' | SELECT ?",
      })
  void readsEachDatabaseByItsOwnRules(SqlDialect dialect, String sql, String expected) {
    assertThat(sanitize(sql, dialect)).isEqualTo(expected);
  }

  @Test
  void collapsesWhiteSpace() {
    assertThat(sanitize("\n SELECT\t\n  a  \r\n", SqlDialect.ANSI)).isEqualTo("SELECT a");
  }

  @Test
  void knowsWhetherThereArePlacesForParameters() {
    assertThat(SqlSanitizer.read("SELECT ?", SqlDialect.ANSI).parameterized()).isTrue();
    assertThat(SqlSanitizer.read("SELECT '?'", SqlDialect.ANSI).parameterized()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(SqlDialect.class)
  void readsAMegabyteOfAnything(SqlDialect dialect) {
    String[] pieces = {
      "(", "'", "''", "\"", "$a", "$a$b", "$", "/*", "-- ", "--\n", "[", "1,", "a.", ".", "in (1,",
      "IN(1)", "q'[", "'\\", "\\'", "select ", "from a,", "U&'", ":", "?", "x'", "1e-", "`", "{"
    };
    for (String piece : pieces) {
      String sql = piece.repeat((1 << 20) / piece.length());
      assertThat(SqlSanitizer.read(sql, dialect).sanitized()).hasSizeLessThanOrEqualTo(1 << 21);
    }
  }

  @ParameterizedTest
  @EnumSource(SqlDialect.class)
  void neverThrowsAndLeavesNothingBetweenQuotes(SqlDialect dialect) {
    Random random = new Random(11);
    String[] alphabet = {
      "'", "''", "\"", "`", "[", "]", "(", ")", ",", ";", ".", "$", "$$", "$t$", "/*", "*/", "--",
      "#", "\n", " ", "\\", "?", ":", "@", "IN", "SELECT", "FROM", "N", "q", "U&", "1", "e", "-",
      "{", "=", "INTO", "UPDATE", "\ud83d", "\u0000", "é"
    };
    for (int i = 0; i < 30_000; i++) {
      StringBuilder noise = new StringBuilder();
      for (int length = random.nextInt(25); length > 0; length--) {
        noise.append(alphabet[random.nextInt(alphabet.length)]);
      }
      assertThat(SqlSanitizer.read(noise.toString(), dialect)).isNotNull();
      String literal = "SELECT a FROM t WHERE b = '" + CANARY + "' " + noise;
      SqlText text = SqlSanitizer.read(literal, dialect);
      assertThat(text.sanitized()).doesNotContain(CANARY);
      assertThat(text.summary()).doesNotContain(CANARY);
    }
  }

  private static String sanitize(String sql, SqlDialect dialect) {
    return SqlSanitizer.read(sql, dialect).sanitized();
  }
}
