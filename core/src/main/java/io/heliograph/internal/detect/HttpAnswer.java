package io.heliograph.internal.detect;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one HTTP/1.1 response (RFC 9112); the input bounds its size and time. */
final class HttpAnswer {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");

  private final InputStream input;

  HttpAnswer(InputStream input) {
    this.input = input;
  }

  /**
   * The body of a successful answer.
   *
   * @throws IOException if the status is not 200 or the response is malformed or cut off
   */
  String body() throws IOException {
    checkStatus(line());
    Map<String, String> headers = headers();
    byte[] body =
        headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")
            ? chunks()
            : plain(headers.get("content-length"));
    return new String(body, StandardCharsets.UTF_8).trim();
  }

  /** Quotes no more than the status of what may be no HTTP server at all. */
  private static void checkStatus(String line) throws IOException {
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new IOException("the answer is not HTTP/1.1");
    }
    if (!status.group(1).equals("200")) {
      throw new IOException("the answer has status " + status.group(1));
    }
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).trim());
      }
    }
    return headers;
  }

  private byte[] plain(@Nullable String length) throws IOException {
    return length == null ? input.readAllBytes() : exactly(number(length, 10));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return number(line().split(";", 2)[0].trim(), 16);
  }

  private static int number(String digits, int radix) throws IOException {
    try {
      return Integer.parseInt(digits, radix);
    } catch (NumberFormatException malformed) {
      throw new IOException("the answer has no valid length", malformed);
    }
  }

  private byte[] exactly(int length) throws IOException {
    if (length < 0) {
      throw new IOException("the answer has no valid length");
    }
    byte[] bytes = input.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer is cut off");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("the answer is cut off");
      }
      line.append((char) next);
    }
    return line.toString().trim();
  }
}
