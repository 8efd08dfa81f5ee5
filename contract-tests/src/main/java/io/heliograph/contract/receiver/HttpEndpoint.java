package io.heliograph.contract.receiver;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** OTLP over HTTP behind a gate. */
final class HttpEndpoint implements AutoCloseable {

  private static final int ENDLESS_CHUNK = 8192;

  private final TcpGate gate;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("http"));
  private final Hold hold;
  private final Intake intake;
  private final Script script;

  HttpEndpoint(int port, @Nullable ServerTls tls, Intake intake, Script script, Hold hold) {
    this.intake = intake;
    this.script = script;
    this.hold = hold;
    gate = new TcpGate(port);
    server = HttpServers.create(tls);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    gate.forwardTo(server.getAddress().getPort());
  }

  TcpGate gate() {
    return gate;
  }

  @Override
  public void close() {
    gate.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      answer(exchange, script.next());
    } catch (IOException e) {
      // The client went away, which some of the scripted responses provoke.
    } catch (RuntimeException e) {
      intake.violation("the receiver failed: " + e);
    }
  }

  private void answer(HttpExchange exchange, ScriptedResponse response) throws IOException {
    int clientPort = exchange.getRemoteAddress().getPort();
    if (response.action() == ScriptedResponse.Action.RESET_MID_REQUEST) {
      gate.reset(clientPort);
      return;
    }
    HttpRequestReader reader = new HttpRequestReader(exchange);
    try {
      reader.take(intake, response);
    } catch (MalformedRequestException e) {
      send(exchange, 400, "application/json", "{\"message\":\"malformed, see the receiver\"}");
      return;
    }
    if (hold.pause(response.delay())) {
      act(exchange, reader, response, clientPort);
    }
  }

  private void act(
      HttpExchange exchange, HttpRequestReader request, ScriptedResponse response, int clientPort)
      throws IOException {
    switch (response.action()) {
      case ANSWER -> sendScripted(exchange, request, response);
      case NEVER_ANSWER -> hold.untilClosed();
      case CLOSE_BEFORE_ANSWER, RESET_MID_REQUEST -> gate.hangUp(clientPort);
      case ENDLESS_BODY -> sendEndlessly(exchange, request.contentType());
      case GARBAGE -> send(exchange, 200, request.contentType(), "\u0001garbage\u0000\uffff");
    }
  }

  private static void sendScripted(
      HttpExchange exchange, HttpRequestReader request, ScriptedResponse response)
      throws IOException {
    response
        .headers()
        .forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
    String body = response.body();
    if (body != null) {
      send(exchange, response.httpStatus(), "text/plain", body);
    } else {
      send(exchange, response.httpStatus(), request.contentType(), otlpBody(request, response));
    }
  }

  private static byte[] otlpBody(HttpRequestReader request, ScriptedResponse response) {
    boolean json = request.protocol() == Protocol.HTTP_JSON;
    if (response.httpStatus() != 200) {
      return json
          ? utf8("{\"message\":\"" + response.message() + "\"}")
          : RpcStatus.encode(response.grpcStatus().value(), response.message());
    }
    Message message =
        response.rejected() == 0
            ? request.signal().success()
            : request.signal().partialSuccess(response.rejected(), response.message());
    return json ? utf8(json(message)) : message.toByteArray();
  }

  private static String json(Message message) {
    try {
      return JsonFormat.printer().print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sendEndlessly(HttpExchange exchange, String contentType) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    while (!hold.isClosed()) {
      out.write(new byte[ENDLESS_CHUNK]);
    }
  }

  private static void send(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    send(exchange, status, contentType, utf8(body));
  }

  private static void send(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
