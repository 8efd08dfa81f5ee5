package io.heliograph.contract;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The handlers of the reference application. */
final class ReferenceRoutes implements AutoCloseable {

  private static final String BAGGAGE = "reference.baggage";

  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final ReferenceClient client;
  private final ReferenceDatabase database;
  private final ReferenceMethods methods;
  private final ReferenceLog log;

  ReferenceRoutes(OpenTelemetrySdk telemetry, Defect defect) {
    client = new ReferenceClient(telemetry, defect);
    methods = new ReferenceMethods(telemetry.getTracer("reference"), defect);
    log = new ReferenceLog(telemetry, defect);
    database = new ReferenceDatabase(telemetry.getTracer("reference"), methods);
  }

  void scheduled() {
    methods.scheduled();
  }

  static String route(String path) {
    for (ContractEndpoint endpoint : ContractEndpoint.values()) {
      if (path.matches(endpoint.route().replaceAll("\\{.*}", "[^/]+"))) {
        return endpoint.route();
      }
    }
    String parent = path.substring(0, path.lastIndexOf('/') + 1);
    return switch (parent) {
      case "/contract/client/" -> ContractClientEndpoint.ROUTE;
      case "/contract/db/" -> ContractSql.ROUTE;
      case "/contract/methods/" -> ContractMethod.ROUTE;
      default -> null;
    };
  }

  void carry(HttpExchange exchange, Context context) {
    exchange.setAttribute(BAGGAGE, Baggage.fromContext(context));
  }

  void handle(HttpExchange exchange, String path, Runnable end) {
    String route = route(path);
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (route == null) {
      answer(exchange, 404, "");
    } else if (route.equals(ContractClientEndpoint.ROUTE)) {
      answer(exchange, 200, client.call(exchange.getRequestURI().getQuery()));
    } else if (route.equals(ContractSql.ROUTE)) {
      answer(exchange, 200, database.run(last));
    } else if (route.equals(ContractMethod.ROUTE)) {
      methods.call(last);
      answer(exchange, 200, "done");
    } else if (!catalogue(exchange, route, last, end)) {
      return;
    }
    end.run();
  }

  /** Returns false when another thread answers. */
  private boolean catalogue(HttpExchange exchange, String route, String last, Runnable end) {
    switch (ContractEndpoint.valueOf(constant(route))) {
      case ITEM -> answer(exchange, 200, last);
      case CLIENT_ERROR -> answer(exchange, 400, "");
      case EXCEPTION -> {
        log.fail();
        throw new IllegalStateException("contract");
      }
      case HANDLED_EXCEPTION -> answer(exchange, 409, "");
      case REDIRECT -> answer(exchange, 302, "");
      case ASYNC -> async(exchange, end);
      case STREAM -> stream(exchange);
      case ENDLESS -> endless(exchange);
      case NESTED -> answer(exchange, 200, methods.nested(exchange.getRequestURI().getQuery()));
      case BAGGAGE -> answer(exchange, 200, baggage(exchange));
      case CURRENT_SPAN -> answer(exchange, 200, ids(Span.current().getSpanContext()));
      case LOG -> answer(exchange, 200, log.log(exchange.getRequestURI().getQuery()));
      case HEADERS -> {
        exchange.getResponseHeaders().set("X-Contract-Response", "out");
        answer(exchange, 200, "");
      }
      case HEALTH -> answer(exchange, 200, "up");
      case LEAK -> answer(exchange, 200, String.valueOf(Span.current().getSpanContext().isValid()));
      case SUCCESS -> answer(exchange, 200, "ok");
    }
    return !route.equals(ContractEndpoint.ASYNC.route());
  }

  static void answer(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    try (exchange) {
      exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
      if (!bare) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    other.shutdownNow();
  }

  private static String constant(String route) {
    return Arrays.stream(ContractEndpoint.values())
        .filter(endpoint -> endpoint.route().equals(route))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private void async(HttpExchange exchange, Runnable end) {
    Span span = Span.current();
    other.execute(
        () -> {
          span.addEvent(ContractMethod.COMPLETING);
          answer(exchange, 200, "async");
          end.run();
        });
  }

  private static void stream(HttpExchange exchange) {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      out.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      Span.current().addEvent(ContractMethod.COMPLETING);
      out.write("three\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endless(HttpExchange exchange) {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        exchange.getResponseBody().write("line\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
    } catch (IOException e) {
      // The client went away, which is the point.
    }
  }

  private static String baggage(HttpExchange exchange) {
    return ((Baggage) exchange.getAttribute(BAGGAGE))
        .asMap().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().getValue())
            .sorted()
            .collect(Collectors.joining(","));
  }

  static String ids(SpanContext span) {
    return span.getTraceId() + ":" + span.getSpanId();
  }
}
