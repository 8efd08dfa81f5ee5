package io.heliograph.internal.http1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status and headers of an answer; RFC 9112 sections 4 and 5.
 *
 * @param persistent whether the receiver keeps the connection open
 */
record ResponseHead(int status, Map<String, String> headers, boolean persistent) {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) ([1-9]\\d\\d)( .*)?");

  /** Of all lines together, in octets. */
  private static final int LONGEST = 64 * 1024;

  /** Reads the next head, without those that only say that there will be another. */
  static ResponseHead read(InputStream in) throws IOException {
    ResponseHead head = readOne(in);
    while (head.status / 100 == 1) {
      head = readOne(in);
    }
    return head;
  }

  private static ResponseHead readOne(InputStream in) throws IOException {
    Lines lines = new Lines(in);
    Matcher statusLine = STATUS_LINE.matcher(lines.next());
    if (!statusLine.matches()) {
      throw new IOException("the answer is not HTTP/1.1");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      addHeader(line, headers);
    }
    boolean persistent =
        statusLine.group(1).equals("1")
            && !headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
    return new ResponseHead(Integer.parseInt(statusLine.group(2)), headers, persistent);
  }

  /** Two lengths that differ could be read as two answers. */
  private static void addHeader(String line, Map<String, String> headers) throws IOException {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      throw new IOException("the answer has a malformed header");
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    String value = line.substring(colon + 1).trim();
    String former = headers.putIfAbsent(name, value);
    if (former != null && name.equals("content-length") && !former.equals(value)) {
      throw new IOException("the answer has two lengths");
    }
  }

  /** Lines up to a limit, each without its end. */
  static final class Lines {

    private final InputStream in;
    private int left = LONGEST;

    Lines(InputStream in) {
      this.in = in;
    }

    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int octet = read(); octet != '\n'; octet = read()) {
        line.append((char) octet);
      }
      int end = line.length();
      return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    private int read() throws IOException {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException("closed before the end of the answer");
      }
      if (left-- == 0) {
        throw new IOException("the answer's head is larger than " + LONGEST + " bytes");
      }
      return octet;
    }
  }
}
