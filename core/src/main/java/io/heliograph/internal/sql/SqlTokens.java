package io.heliograph.internal.sql;

/**
 * Walks over a statement token by token: each character is read a bounded number of times, nothing
 * is allocated, and any text at all can be read to its end.
 */
final class SqlTokens {

  /** What a token is. A literal that never ends is one up to the end of the text. */
  enum Kind {
    SPACE,
    COMMENT,
    WORD,
    QUOTED_NAME,
    LITERAL,
    PLACEHOLDER,
    SYMBOL,
    END
  }

  private static final int MAX_TAG_CHARS = 63;

  private final String sql;
  private final SqlDialect dialect;
  private int start;
  private int end;

  SqlTokens(String sql, SqlDialect dialect) {
    this.sql = sql;
    this.dialect = dialect;
  }

  /** Where the current token begins. */
  int start() {
    return start;
  }

  /** Behind the current token. */
  int end() {
    return end;
  }

  /** The first character of the current token. */
  char first() {
    return sql.charAt(start);
  }

  /** The next token's first character, 0 at the end. */
  char peek() {
    return at(end);
  }

  /** Goes on to the next token. */
  Kind next() {
    start = end;
    char c = at(start);
    if (start >= sql.length()) {
      return Kind.END;
    }
    if (Character.isWhitespace(c)) {
      return run(Kind.SPACE);
    }
    if (isWordStart(c)) {
      return word();
    }
    if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
      return number();
    }
    return switch (c) {
      case '\'' -> literal(start, dialect.backslashEscapes());
      case '"' ->
          dialect.doubleQuotedStrings()
              ? literal(start, dialect.backslashEscapes())
              : quotedName('"');
      case '`' -> quotedName('`');
      case '[' -> dialect.bracketedNames() ? quotedName(']') : symbol(1);
      case '$' -> dollar();
      case '?' -> placeholder();
      case '@' -> isWordPart(at(start + 1)) || at(start + 1) == '@' ? placeholder() : symbol(1);
      case ':' -> colon();
      default -> commentOrSymbol(c);
    };
  }

  private Kind commentOrSymbol(char c) {
    boolean line = (c == '-' && at(start + 1) == '-') || (c == '#' && dialect.hashComments());
    if (line) {
      int newline = sql.indexOf('\n', start);
      return token(Kind.COMMENT, newline < 0 ? sql.length() : newline);
    }
    return c == '/' && at(start + 1) == '*' ? blockComment() : symbol(1);
  }

  private Kind blockComment() {
    int depth = 1;
    int i = start + 2;
    while (i < sql.length() && depth > 0) {
      if (at(i) == '*' && at(i + 1) == '/') {
        depth--;
        i += 2;
      } else if (dialect.nestedComments() && at(i) == '/' && at(i + 1) == '*') {
        depth++;
        i += 2;
      } else {
        i++;
      }
    }
    return token(Kind.COMMENT, i);
  }

  /** A word, or a literal that a word such as {@code N} or {@code E} introduces. */
  private Kind word() {
    int i = start + 1;
    while (isWordPart(at(i))) {
      i++;
    }
    int length = i - start;
    char c = Character.toUpperCase(at(start));
    if (length == 1 && c == 'U' && at(i) == '&' && (at(i + 1) == '\'' || at(i + 1) == '"')) {
      return at(i + 1) == '\'' ? literal(i + 1, false) : quotedName(i + 1, '"');
    }
    if (at(i) != '\'') {
      return token(Kind.WORD, i);
    }
    boolean alternative = dialect.alternativeQuotes() && (length == 1 ? c == 'Q' : isNq(length));
    if (alternative) {
      return alternativeQuote(i);
    }
    return switch (length == 1 ? c : 0) {
      case 'E' -> literal(i, true);
      case 'B', 'X' -> literal(i, false);
      case 'N' -> literal(i, dialect.backslashEscapes());
      default -> token(Kind.WORD, i);
    };
  }

  private boolean isNq(int length) {
    return length == 2
        && Character.toUpperCase(at(start)) == 'N'
        && Character.toUpperCase(at(start + 1)) == 'Q';
  }

  /** Oracle's {@code q'[it's]'}, from its quote on. */
  private Kind alternativeQuote(int quote) {
    char open = at(quote + 1);
    char close =
        switch (open) {
          case '[' -> ']';
          case '{' -> '}';
          case '(' -> ')';
          case '<' -> '>';
          default -> open;
        };
    int i = quote + 2;
    while (i < sql.length() && !(at(i) == close && at(i + 1) == '\'')) {
      i++;
    }
    return token(Kind.LITERAL, i + 2);
  }

  private Kind literal(int quote, boolean backslash) {
    int close = closing(quote, at(quote), backslash);
    return token(Kind.LITERAL, close < 0 ? sql.length() : close + 1);
  }

  private Kind quotedName(char quote) {
    return quotedName(start, quote);
  }

  /** A name that is never closed may be anything: it is hidden like a literal. */
  private Kind quotedName(int open, char quote) {
    int close = closing(open, quote, false);
    return close < 0 ? token(Kind.LITERAL, sql.length()) : token(Kind.QUOTED_NAME, close + 1);
  }

  /** Where a quotation ends, -1 if it never does. A doubled quote stands for itself. */
  private int closing(int open, char quote, boolean backslash) {
    int i = open + 1;
    while (i < sql.length()) {
      char c = at(i);
      if (c == '\\' && backslash) {
        i += 2;
      } else if (c == '\\' && dialect.backslashUnclear() && at(i + 1) == quote) {
        return -1;
      } else if (c != quote) {
        i++;
      } else if (at(i + 1) == quote) {
        i += 2;
      } else {
        return i;
      }
    }
    return -1;
  }

  private Kind number() {
    int i = start + 1;
    while (isWordPart(at(i)) || at(i) == '.' || isExponentSign(i)) {
      i++;
    }
    return token(Kind.LITERAL, i);
  }

  private boolean isExponentSign(int i) {
    char before = at(i - 1);
    return (at(i) == '+' || at(i) == '-') && (before == 'e' || before == 'E') && isDigit(at(i + 1));
  }

  private Kind dollar() {
    if (!dialect.dollarQuotes()) {
      return isDigit(at(start + 1)) ? number() : placeholder();
    }
    int i = start + 1;
    while (i - start <= MAX_TAG_CHARS && isWordPart(at(i)) && at(i) != '$') {
      i++;
    }
    if (at(i) != '$' || isDigit(at(start + 1))) {
      return placeholder();
    }
    String tag = sql.substring(start, i + 1);
    int close = sql.indexOf(tag, i + 1);
    return token(Kind.LITERAL, close < 0 ? sql.length() : close + tag.length());
  }

  /** A cast, a named or numbered parameter, or the middle of an array's slice. */
  private Kind colon() {
    char next = at(start + 1);
    if (next == ':' || next == '=') {
      return symbol(2);
    }
    boolean parameter = isDigit(next) ? dialect == SqlDialect.ORACLE : isWordStart(next);
    return parameter ? placeholder() : symbol(1);
  }

  private Kind placeholder() {
    int i = start + 1;
    while (isWordPart(at(i)) || at(i) == '@') {
      i++;
    }
    return token(Kind.PLACEHOLDER, i);
  }

  private Kind symbol(int length) {
    return token(Kind.SYMBOL, start + length);
  }

  private Kind run(Kind kind) {
    int i = start + 1;
    while (Character.isWhitespace(at(i))) {
      i++;
    }
    return token(kind, i);
  }

  private Kind token(Kind kind, int to) {
    end = Math.min(to, sql.length());
    return kind;
  }

  /** The first place of a character in a range, its end if there is none. */
  static int indexOf(char wanted, String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) != wanted) {
      i++;
    }
    return i;
  }

  private boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (c == '#' && dialect == SqlDialect.SQL_SERVER)
        || (c > 127 && !Character.isWhitespace(c));
  }

  private boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$' || (c == '#' && !dialect.hashComments());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private char at(int i) {
    return i < sql.length() ? sql.charAt(i) : 0;
  }
}
