package io.heliograph.spring;

import io.heliograph.instrumentation.HttpServerInstrumentation;
import io.opentelemetry.context.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records each request, over all its dispatches: until the filter chain returns, or until the
 * asynchronous answer is complete.
 *
 * <p>An error page is dispatched to when the span has ended; what it calls still belongs to the
 * trace.
 */
final class ServletTracingFilter extends OncePerRequestFilter implements Ordered {

  private final HttpServerInstrumentation<HttpServletRequest, ServletExchange> instrumentation;

  ServletTracingFilter(
      HttpServerInstrumentation<HttpServletRequest, ServletExchange> instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** After what makes a request of forwarded headers, before everything else. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(ServletExchange.ATTRIBUTE) instanceof ServletExchange exchange) {
      if (request.getDispatcherType() == DispatcherType.ERROR) {
        exchange.keepRoute(ServletAdapter.route(request));
      }
      dispatch(exchange, request, response, chain);
      return;
    }
    ServletExchange exchange =
        new ServletExchange(request, response, instrumentation.start(request));
    request.setAttribute(ServletExchange.ATTRIBUTE, exchange);
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
