package io.heliograph.internal.sql;

import io.heliograph.internal.sql.SqlTokens.Kind;

/**
 * Takes every literal out of a statement, see "Sanitization of db.query.text" in the semantic
 * conventions for databases.
 *
 * <p>Strings, numbers, booleans and binary values become {@code ?}, lists of values behind {@code
 * IN} become one, comments go, and runs of white space become one space. One pass, linear; never
 * throws.
 */
final class SqlSanitizer {

  private static final int NO_LIST = -1;

  private final String sql;
  private final SqlTokens tokens;
  private final StringBuilder out;
  private boolean parameterized;
  private boolean space;
  private boolean afterIn;
  private int listStart = NO_LIST;

  private SqlSanitizer(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.tokens = new SqlTokens(sql, dialect);
    this.out = new StringBuilder(sql.length());
  }

  /** What a statement may show of itself. */
  static SqlText read(String sql, SqlDialect dialect) {
    SqlSanitizer sanitizer = new SqlSanitizer(sql, dialect);
    sanitizer.run();
    return new SqlText(
        SqlSummary.of(sql, dialect), sanitizer.out.toString(), sanitizer.parameterized);
  }

  private void run() {
    for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
      switch (kind) {
        case SPACE, COMMENT -> space = true;
        case LITERAL -> value("?");
        case PLACEHOLDER -> {
          parameterized = true;
          value(text());
        }
        case WORD -> word();
        case SYMBOL -> symbol(tokens.first());
        default -> other();
      }
    }
  }

  private void value(String shown) {
    append(shown);
    afterIn = false;
  }

  private void word() {
    if (is("TRUE") || is("FALSE")) {
      value("?");
      return;
    }
    boolean in = is("IN");
    other();
    afterIn = in;
  }

  private void symbol(char symbol) {
    if (symbol == '(' && afterIn) {
      append("(");
      listStart = out.length();
      afterIn = false;
    } else if (symbol == ')' && listStart != NO_LIST) {
      closeList();
    } else if (listStart != NO_LIST && (symbol == ',' || symbol == '-' || symbol == '+')) {
      append(text());
    } else {
      other();
    }
  }

  private void closeList() {
    if (out.length() > listStart) {
      out.setLength(listStart);
      out.append('?');
    }
    out.append(')');
    space = false;
    listStart = NO_LIST;
  }

  /** Something that is not a value, so that a list it stands in is not one of values. */
  private void other() {
    append(text());
    afterIn = false;
    listStart = NO_LIST;
  }

  private void append(String token) {
    if (space && !out.isEmpty()) {
      out.append(' ');
    }
    space = false;
    out.append(token);
  }

  private String text() {
    return sql.substring(tokens.start(), tokens.end());
  }

  private boolean is(String keyword) {
    int length = keyword.length();
    return tokens.end() - tokens.start() == length
        && sql.regionMatches(true, tokens.start(), keyword, 0, length);
  }
}
