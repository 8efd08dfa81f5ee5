package io.heliograph.spring;

import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.opentelemetry.context.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Records each request, over all its dispatches: until the filter chain returns, or until the
 * asynchronous answer is complete.
 *
 * <p>An error page is dispatched to when the span has ended; what it calls still belongs to the
 * trace.
 *
 * <p>Why not Spring's OncePerRequestFilter: it makes a name, sets an attribute by it and removes it
 * for each request, to know what the exchange in {@link ServletSlot} says already.
 */
final class ServletTracingFilter implements Filter {

  private final HttpServerInstrumentation<HttpServletRequest, ServletExchange> instrumentation;

  ServletTracingFilter(
      HttpServerInstrumentation<HttpServletRequest, ServletExchange> instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer) {
      record(http, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void record(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ServletSlot slot = ServletSlot.of(request);
    ServletExchange known = slot.exchange;
    if (known != null) {
      if (request.getDispatcherType() == DispatcherType.ERROR) {
        known.keepRoute(ServletAdapter.route(request));
      }
      dispatch(known, request, response, chain);
      return;
    }
    ServletExchange exchange =
        new ServletExchange(request, response, instrumentation.start(request), slot.endIsTold);
    slot.exchange = exchange;
    try {
      dispatch(exchange, request, response, chain);
    } finally {
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(exchange);
      } else {
        exchange.end();
      }
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // leave() does, or what it leaves it to
  private static void dispatch(
      ServletExchange exchange,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    Scope scope = exchange.operation().makeCurrent();
    try {
      chain.doFilter(request, response);
    } catch (Throwable thrown) {
      exchange.fail(thrown);
      throw thrown;
    } finally {
      exchange.leave(scope);
    }
  }
}
