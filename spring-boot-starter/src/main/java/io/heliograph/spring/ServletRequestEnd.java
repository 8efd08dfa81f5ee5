package io.heliograph.spring;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/**
 * Tells that a container has done with a request, after the last filter has: only then are the
 * lines written that it logs of an exception which nothing handled.
 */
final class ServletRequestEnd implements ServletRequestListener {

  private static final String ATTRIBUTE = ServletRequestEnd.class.getName();

  /** Whether the end of this request will be told, on the thread that serves it now. */
  static boolean isToldOf(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null && !request.isAsyncStarted();
  }

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    event.getServletRequest().setAttribute(ATTRIBUTE, true);
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    if (event.getServletRequest().getAttribute(ServletExchange.ATTRIBUTE)
        instanceof ServletExchange exchange) {
      exchange.release();
    }
  }
}
