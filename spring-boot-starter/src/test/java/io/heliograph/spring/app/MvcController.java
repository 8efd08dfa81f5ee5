package io.heliograph.spring.app;

import io.heliograph.contract.ContractClientEndpoint;
import io.heliograph.contract.ContractMethod;
import io.heliograph.contract.ContractSql;
import io.opentelemetry.api.trace.Span;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The contract's endpoints on a servlet server. */
@RestController
class MvcController {

  private final ContractMethods methods;
  private final MethodCalls calls;
  private final Statements statements;
  private final BlockingClients clients;

  MvcController(
      ContractMethods methods, MethodCalls calls, Statements statements, BlockingClients clients) {
    this.methods = methods;
    this.calls = calls;
    this.statements = statements;
    this.clients = clients;
  }

  @ResponseStatus(HttpStatus.CONFLICT)
  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @GetMapping("/contract/success")
  String success() {
    return "ok";
  }

  @GetMapping("/contract/items/{id}")
  String item(@PathVariable String id) {
    return id;
  }

  @GetMapping("/contract/client-error")
  ResponseEntity<String> clientError() {
    return ResponseEntity.badRequest().body("bad");
  }

  @GetMapping("/contract/exception")
  String exception() {
    throw new IllegalStateException("contract");
  }

  @GetMapping("/contract/handled-exception")
  String handledException() {
    throw new Conflict();
  }

  @GetMapping("/contract/redirect")
  ResponseEntity<Void> redirect() {
    return ResponseEntity.status(302).location(URI.create("/contract/success")).build();
  }

  @GetMapping("/contract/async")
  CompletableFuture<String> async() {
    Span span = Span.current();
    return CompletableFuture.supplyAsync(
        () -> {
          span.addEvent(ContractMethod.COMPLETING);
          return "async";
        },
        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
  }

  @GetMapping("/contract/stream")
  StreamingResponseBody stream() {
    return out -> {
      out.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      Span.current().addEvent(ContractMethod.COMPLETING);
      out.write("three\n".getBytes(StandardCharsets.UTF_8));
    };
  }

  @GetMapping("/contract/endless")
  StreamingResponseBody endless() {
    return out -> {
      while (true) {
        out.write("line\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        // Tomcat may sleep for 20 s on a full socket whose client has gone away.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    };
  }

  @GetMapping("/contract/nested")
  String nested(@RequestParam String n) {
    return methods.nested(n);
  }

  @GetMapping("/contract/baggage")
  String baggage() {
    return CurrentContext.baggage();
  }

  @GetMapping("/contract/current-span")
  String currentSpan() {
    return CurrentContext.span();
  }

  @GetMapping("/contract/headers")
  ResponseEntity<String> headers() {
    return ResponseEntity.ok().header("X-Contract-Response", "out").body("ok");
  }

  @GetMapping("/contract/log")
  String log(@RequestParam String message) {
    return LoggedLine.log(message);
  }

  @GetMapping("/contract/health")
  String health() {
    return "up";
  }

  @GetMapping("/contract/health/leak")
  String leak() {
    return String.valueOf(Span.current().getSpanContext().isValid());
  }

  @GetMapping(ContractMethod.ROUTE)
  String method(@PathVariable String method) {
    return calls.call(method);
  }

  @GetMapping(ContractSql.ROUTE)
  String database(@PathVariable String operation) throws SQLException {
    return statements.run(operation);
  }

  @GetMapping(ContractClientEndpoint.ROUTE)
  String client(@PathVariable String kind, @RequestParam String method, @RequestParam String url) {
    return clients.call(kind, method, url);
  }
}
