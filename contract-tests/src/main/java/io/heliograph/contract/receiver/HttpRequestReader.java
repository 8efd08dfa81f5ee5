package io.heliograph.contract.receiver;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One OTLP/HTTP request: reads it off the exchange and gives it to the intake. */
final class HttpRequestReader {

  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";

  private final HttpExchange exchange;
  private final String contentType;
  private final String contentEncoding;
  private final @Nullable Signal signal;

  HttpRequestReader(HttpExchange exchange) {
    this.exchange = exchange;
    contentType = header("Content-Type", "");
    contentEncoding = header("Content-Encoding", "identity");
    signal = signalOf(exchange.getRequestURI().getRawPath());
  }

  void take(Intake intake, ScriptedResponse response)
      throws IOException, MalformedRequestException {
    byte[] wire = exchange.getRequestBody().readAllBytes();
    byte[] body;
    try {
      checkHead();
      body = decompress(wire);
    } catch (MalformedRequestException e) {
      intake.violation("HTTP " + exchange.getRequestURI() + ": " + e.getMessage());
      throw e;
    }
    intake.take(
        new Intake.Head(protocol(), signal(), headers(), contentType, contentEncoding, wire.length),
        body,
        response);
  }

  Protocol protocol() {
    return contentType.equals(JSON) ? Protocol.HTTP_JSON : Protocol.HTTP_PROTOBUF;
  }

  Signal signal() {
    if (signal == null) {
      throw new IllegalStateException("no signal at " + exchange.getRequestURI());
    }
    return signal;
  }

  String contentType() {
    return contentType;
  }

  private void checkHead() throws MalformedRequestException {
    require(signal != null, "no OTLP path");
    require(exchange.getRequestMethod().equals("POST"), "method must be POST");
    require(
        contentType.equals(PROTOBUF) || contentType.equals(JSON),
        "Content-Type must be " + PROTOBUF + " or " + JSON + " but is \"" + contentType + "\"");
  }

  private byte[] decompress(byte[] wire) throws MalformedRequestException {
    if (contentEncoding.equals("identity")) {
      return wire;
    }
    require(contentEncoding.equals("gzip"), "unknown Content-Encoding " + contentEncoding);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new MalformedRequestException("not gzip: " + e.getMessage());
    }
  }

  private Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(lowerCase(name), new ArrayList<>(values)));
    return headers;
  }

  private String header(String name, String absent) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? absent : value;
  }

  private static @Nullable Signal signalOf(String path) {
    for (Signal signal : Signal.values()) {
      if (signal.httpPath().equals(path)) {
        return signal;
      }
    }
    return null;
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void require(boolean condition, String violation)
      throws MalformedRequestException {
    if (!condition) {
      throw new MalformedRequestException(violation);
    }
  }
}
