package io.heliograph.internal.sql;

import io.heliograph.internal.sql.SqlTokens.Kind;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says in a few words what a statement does, such as {@code INSERT shipping_details SELECT orders},
 * see "Generating a summary of the query" in the semantic conventions for databases.
 *
 * <p>Operations and targets in their order and as they were written, at most 255 characters and
 * never part of a name. Linear, never throws.
 */
final class SqlSummary {

  private static final int MAX_CHARS = 255;

  private final String sql;
  private final SqlTokens tokens;
  private final StringBuilder summary = new StringBuilder();
  private boolean full;

  /** The last operation of the statement, in upper case; empty before the first. */
  private String operation = "";

  /** The last word, in upper case; empty behind anything else. */
  private String previous = "";

  /** Whether an operation may begin here. */
  private boolean start = true;

  private boolean expectsTarget;
  private boolean expectsObject;
  private boolean opaque;

  private int depth;

  /** The levels of parentheses that hold a query, where {@code FROM} names tables. */
  private final BitSet queries = new BitSet();

  /** The levels where a comma leads to another table. */
  private final BitSet lists = new BitSet();

  private SqlSummary(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.tokens = new SqlTokens(sql, dialect);
  }

  /** The summary, {@code null} if the text holds no operation that is known. */
  static @Nullable String of(String sql, SqlDialect dialect) {
    return new SqlSummary(sql, dialect).run();
  }

  private @Nullable String run() {
    Kind kind = tokens.next();
    while (kind != Kind.END && !full) {
      switch (kind) {
        case WORD -> word();
        case QUOTED_NAME, LITERAL -> quoted(kind);
        case PLACEHOLDER -> expectsTarget = false;
        case SYMBOL -> symbol(tokens.first());
        default -> {}
      }
      kind = tokens.next();
    }
    return summary.isEmpty() ? null : summary.toString();
  }

  private void word() {
    if (!opaque) {
      String word = upperCaseWord();
      boolean starts = start;
      start = false;
      if (!(starts && operation(word)) && !clause(word)) {
        name(word);
      }
      previous = word;
    }
  }

  /** Whether the word begins an operation. */
  private boolean operation(String word) {
    if (SqlKeywords.ROW_OPERATIONS.contains(word)) {
      begin(word);
      queries.set(depth);
      expectsTarget = true;
    } else if (!operation.isEmpty()) {
      start = operation.equals("EXPLAIN") && word.equals("ANALYZE");
      return start;
    } else if (SqlKeywords.DEFINITIONS.contains(word)) {
      begin(word);
      expectsObject = true;
      expectsTarget = word.equals("TRUNCATE");
      lists.set(depth, word.equals("DROP") || word.equals("TRUNCATE"));
    } else if (SqlKeywords.CALLS.contains(word)) {
      begin(word);
      expectsTarget = true;
    } else if (word.equals("EXPLAIN")) {
      begin(word);
      start = true;
    } else if (SqlKeywords.COMMANDS.contains(word)) {
      begin(word);
      opaque = true;
    } else {
      return false;
    }
    return true;
  }

  private void begin(String word) {
    operation = word;
    append(tokens.start(), tokens.end());
  }

  /** Whether the word leads to a target, or away from one. */
  private boolean clause(String word) {
    switch (word) {
      case "SELECT" -> {
        begin(word);
        queries.set(depth);
        lists.clear(depth);
        expectsTarget = false;
      }
      case "FROM" -> tables(!previous.equals("DISTINCT"));
      case "JOIN", "INTO" -> expectsTarget |= queries.get(depth);
      case "USING" -> tables(operation.equals("DELETE") || operation.equals("MERGE"));
      default -> {
        return SqlKeywords.CLAUSES.contains(word) && endOfTables();
      }
    }
    return true;
  }

  private void tables(boolean named) {
    if (named && queries.get(depth)) {
      expectsTarget = true;
      lists.set(depth);
    }
  }

  private boolean endOfTables() {
    lists.clear(depth);
    expectsTarget = false;
    return true;
  }

  private void name(String word) {
    if (expectsObject && SqlKeywords.OBJECTS.contains(word)) {
      append(tokens.start(), tokens.end());
      expectsObject = false;
      expectsTarget = true;
    } else if (expectsTarget && !SqlKeywords.MODIFIERS.contains(word)) {
      target();
    }
  }

  private void quoted(Kind kind) {
    if (expectsTarget && (kind == Kind.QUOTED_NAME || isQuotedTable())) {
      target();
    }
    expectsTarget = false;
    start = false;
    previous = "";
  }

  /**
   * Whether a string is a name: in double quotes for some databases, and in a list of tables
   * anyway, as no value can stand there. One whose end is in doubt is not.
   */
  private boolean isQuotedTable() {
    char quote = tokens.first();
    boolean name = quote == '"' || (quote == '\'' && lists.get(depth));
    if (!name || sql.indexOf(quote, tokens.start() + 1) != tokens.end() - 1) {
      return false;
    }
    return SqlTokens.indexOf('\\', sql, tokens.start(), tokens.end()) == tokens.end();
  }

  /** Takes a name with the names it is qualified by. */
  private void target() {
    int from = tokens.start();
    int to = tokens.end();
    while (tokens.peek() == '.' && tokens.next() == Kind.SYMBOL && isNameStart(tokens.peek())) {
      Kind kind = tokens.next();
      if (kind == Kind.LITERAL && tokens.first() != '"') {
        break;
      }
      to = tokens.end();
    }
    append(from, to);
    expectsTarget = false;
    expectsObject = false;
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '"' || c == '`' || c == '[' || c == '.';
  }

  private void symbol(char symbol) {
    switch (symbol) {
      case '(' -> open();
      case ')' -> {
        depth = Math.max(0, depth - 1);
        expectsTarget = false;
        start = true;
      }
      case ',' -> {
        expectsTarget = lists.get(depth);
        start = false;
      }
      case ';' -> reset();
      case '{', '=' -> {} // {? = call name(?)}
      default -> start = false;
    }
    previous = "";
  }

  /** Tables may be in parentheses, with or without a query of their own. */
  private void open() {
    boolean tables = expectsTarget && !previous.equals("USING");
    depth++;
    queries.set(depth, tables);
    lists.set(depth, tables);
    expectsTarget = tables;
    start = true;
  }

  private void reset() {
    operation = "";
    start = true;
    expectsTarget = false;
    expectsObject = false;
    opaque = false;
    depth = 0;
    queries.clear();
    lists.clear();
  }

  private String upperCaseWord() {
    boolean name = tokens.end() - tokens.start() > SqlKeywords.MAX_LENGTH;
    return name ? "" : sql.substring(tokens.start(), tokens.end()).toUpperCase(Locale.ROOT);
  }

  private void append(int from, int to) {
    int space = summary.isEmpty() ? 0 : 1;
    if (full || summary.length() + space + to - from > MAX_CHARS) {
      full = true;
      return;
    }
    summary.append(space == 0 ? "" : " ").append(sql, from, to);
  }
}
