package io.heliograph.internal.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a receiver's answer in JSON: objects as maps, arrays as lists, strings, and all other
 * values as their text.
 *
 * <p>Lenient about what no answer's meaning depends on, strict about structure and depth.
 */
final class JsonReader {

  private static final int MAX_DEPTH = 32;

  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  static Map<?, ?> object(String text) throws MalformedMessage {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.skipSpace();
    if (!(value instanceof Map<?, ?> object) || reader.position < text.length()) {
      throw new MalformedMessage("not a JSON object");
    }
    return object;
  }

  private @Nullable Object value(int depth) throws MalformedMessage {
    if (depth > MAX_DEPTH) {
      throw new MalformedMessage("JSON nested too deep");
    }
    skipSpace();
    return switch (peek()) {
      case '{' -> members(depth + 1);
      case '[' -> elements(depth + 1);
      case '"' -> string();
      default -> literal();
    };
  }

  private Map<String, @Nullable Object> members(int depth) throws MalformedMessage {
    Map<String, @Nullable Object> members = new HashMap<>();
    position++;
    while (!closes('}', members.isEmpty())) {
      skipSpace();
      String name = string();
      skipSpace();
      expect(':');
      members.put(name, value(depth));
    }
    return members;
  }

  private List<@Nullable Object> elements(int depth) throws MalformedMessage {
    List<@Nullable Object> elements = new ArrayList<>();
    position++;
    while (!closes(']', elements.isEmpty())) {
      elements.add(value(depth));
    }
    return elements;
  }

  /** Takes the end of an object or array, or the comma before its next part. */
  private boolean closes(char end, boolean first) throws MalformedMessage {
    skipSpace();
    if (peek() == end) {
      position++;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private String string() throws MalformedMessage {
    expect('"');
    StringBuilder value = new StringBuilder();
    for (char c = take(); c != '"'; c = take()) {
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  private char escaped() throws MalformedMessage {
    char c = take();
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() throws MalformedMessage {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(take(), 16);
      if (digit < 0) {
        throw new MalformedMessage("bad escape");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  /** A number, true, false or null, as it stands there. */
  private @Nullable String literal() throws MalformedMessage {
    int from = position;
    while (position < text.length() && isLiteral(text.charAt(position))) {
      position++;
    }
    if (from == position) {
      throw new MalformedMessage("no JSON value");
    }
    String value = text.substring(from, position);
    return value.equals("null") ? null : value;
  }

  private static boolean isLiteral(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private char peek() throws MalformedMessage {
    if (position == text.length()) {
      throw new MalformedMessage("cut off");
    }
    return text.charAt(position);
  }

  private char take() throws MalformedMessage {
    char c = peek();
    position++;
    return c;
  }

  private void expect(char expected) throws MalformedMessage {
    if (take() != expected) {
      throw new MalformedMessage("no " + expected + " where one must be");
    }
  }
}
