package io.heliograph.benchmarks.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** OTLP over HTTP, counted and forgotten. Thread-safe. */
final class Receiver implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Counts counts = new Counts();

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no receiver", e);
    }
    server.setExecutor(threads);
    server.createContext("/v1/traces", exchange -> take(exchange, this::takeTraces));
    server.createContext("/v1/metrics", exchange -> take(exchange, this::takeMetrics));
    server.createContext("/v1/logs", exchange -> take(exchange, this::takeLogs));
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Sent sent() {
    return counts.sent();
  }

  /** Waits until nothing has come for a while, and answers with what has come until then. */
  Sent settled() {
    Sent before = sent();
    for (int patience = 10; patience > 0; patience--) {
      Pause.millis(2_000);
      Sent now = sent();
      if (now.spanCount() == before.spanCount() && now.logRecords().equals(before.logRecords())) {
        return now;
      }
      before = now;
    }
    return before;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private interface Decoder {
    void take(InputStream body) throws IOException;
  }

  private static void take(HttpExchange exchange, Decoder decoder) throws IOException {
    try (exchange) {
      InputStream body = exchange.getRequestBody();
      boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      decoder.take(gzip ? new GZIPInputStream(body) : body);
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void takeTraces(InputStream body) throws IOException {
    for (var resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
      for (var scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          counts.addSpan(span.getName(), span.getAttributesCount());
        }
      }
    }
  }

  private void takeMetrics(InputStream body) throws IOException {
    for (var resource : ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList()) {
      for (var scope : resource.getScopeMetricsList()) {
        scope.getMetricsList().forEach(counts::addMetric);
      }
    }
  }

  private void takeLogs(InputStream body) throws IOException {
    for (var resource : ExportLogsServiceRequest.parseFrom(body).getResourceLogsList()) {
      for (var scope : resource.getScopeLogsList()) {
        for (LogRecord logRecord : scope.getLogRecordsList()) {
          counts.addLogRecord(logRecord.getAttributesCount());
        }
      }
    }
  }
}
