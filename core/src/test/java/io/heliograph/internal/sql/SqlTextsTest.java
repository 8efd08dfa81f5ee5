package io.heliograph.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextsTest {

  private final SqlTexts texts = new SqlTexts(SqlDialect.ANSI);

  @Test
  void remembersWhatItRead() {
    SqlText first = texts.of("SELECT 1");

    assertThat(texts.of("SELECT 1")).isSameAs(first);
    assertThat(first).isEqualTo(new SqlText("SELECT", "SELECT ?", false));
  }

  @Test
  void staysBoundedWhateverPassesThrough() {
    for (int i = 0; i < 10_000; i++) {
      texts.of("SELECT " + i);
    }

    assertThat(texts.size()).isLessThanOrEqualTo(2 * SqlTexts.MAX_GENERATION);
  }

  @Test
  void keepsWhatIsUsedWhileOthersPassThrough() {
    SqlText used = texts.of("SELECT a FROM t");
    for (int i = 0; i < 10_000; i++) {
      texts.of("SELECT " + i);
      assertThat(texts.of("SELECT a FROM t")).isSameAs(used);
    }
  }

  @Test
  void doesNotRememberHugeStatements() {
    texts.of("SELECT '" + "x".repeat(SqlTexts.MAX_CACHED_CHARS) + "'");

    assertThat(texts.size()).isZero();
  }

  @Test
  void readsByTheRulesOfTheSystem() {
    assertThat(SqlDialect.of("mariadb")).isEqualTo(SqlDialect.MYSQL);
    assertThat(SqlDialect.of("h2database")).isEqualTo(SqlDialect.ANSI);
    assertThat(SqlDialect.of("whatever")).isEqualTo(SqlDialect.UNKNOWN);
  }
}
