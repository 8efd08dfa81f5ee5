package io.heliograph.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A strict reader of small JSON texts (RFC 8259): objects become maps, arrays lists, numbers
 * doubles. Repeated keys and nesting beyond 32 levels are refused.
 */
public final class Json {

  private static final int MAX_DEPTH = 32;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if the text is not JSON, with the offset of the first fault
   */
  public static @Nullable Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value(0);
    if (json.at < text.length()) {
      throw json.fault();
    }
    return value;
  }

  private @Nullable Object value(int depth) {
    skipSpace();
    if (at == text.length() || depth > MAX_DEPTH) {
      throw fault();
    }
    Object value =
        switch (text.charAt(at)) {
          case '{' -> object(depth);
          case '[' -> array(depth);
          case '"' -> string();
          case 't' -> literal("true", true);
          case 'f' -> literal("false", false);
          case 'n' -> literal("null", null);
          default -> number();
        };
    skipSpace();
    return value;
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    expect('{');
    skipSpace();
    if (accept('}')) {
      return members;
    }
    do {
      skipSpace();
      String key = string();
      if (members.containsKey(key)) {
        throw fault();
      }
      skipSpace();
      expect(':');
      members.put(key, value(depth + 1));
    } while (accept(','));
    expect('}');
    return members;
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> elements = new ArrayList<>();
    expect('[');
    skipSpace();
    if (accept(']')) {
      return elements;
    }
    do {
      elements.add(value(depth + 1));
    } while (accept(','));
    expect(']');
    return elements;
  }

  private String string() {
    expect('"');
    StringBuilder characters = new StringBuilder();
    while (!accept('"')) {
      char c = next();
      if (c < ' ') {
        throw fault();
      }
      characters.append(c == '\\' ? escaped() : c);
    }
    return characters.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
      default -> throw fault();
    };
  }

  private int hexDigit() {
    char c = next();
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw fault();
    }
    return digit;
  }

  private Double number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw fault();
    }
    at = number.end();
    return Double.valueOf(number.group());
  }

  private @Nullable Object literal(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw fault();
    }
    at += word.length();
    return value;
  }

  private char next() {
    if (at == text.length()) {
      throw fault();
    }
    return text.charAt(at++);
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw fault();
    }
  }

  private boolean accept(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Without the text itself, which comes from outside and would end in a log. */
  private IllegalArgumentException fault() {
    return new IllegalArgumentException("not valid JSON at offset " + at);
  }
}
