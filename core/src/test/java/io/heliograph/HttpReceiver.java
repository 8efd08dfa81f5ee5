package io.heliograph;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** A real server that keeps every request it gets, and answers as a test wants. */
final class HttpReceiver implements AutoCloseable {

  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger silences = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private volatile int status = 200;

  /** One request; the body as it came over the wire. */
  record Request(String path, Headers headers, byte[] body) {

    String header(String name) {
      return headers.getFirst(name);
    }

    byte[] content() {
      if (!"gzip".equals(header("Content-Encoding"))) {
        return body;
      }
      try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return unpacked.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    /** The names of the spans in a protobuf body. */
    List<String> spanNames() {
      try {
        return ExportTraceServiceRequest.parseFrom(content()).getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .flatMap(scope -> scope.getSpansList().stream())
            .map(Span::getName)
            .toList();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  HttpReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int answer = status;
    requests.add(
        new Request(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
    if (silences.getAndDecrement() > 0) {
      awaitClose();
    }
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers with this status from now on. */
  HttpReceiver answering(int status) {
    this.status = status;
    return this;
  }

  /** Never answers the next request. */
  HttpReceiver silentOnce() {
    silences.set(1);
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next request, for which it waits. */
  Request take() throws InterruptedException {
    Request request = requests.poll(Program.FOREVER.toSeconds(), TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came");
    }
    return request;
  }

  /** How many requests came and were not taken. */
  int pending() {
    return requests.size();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
