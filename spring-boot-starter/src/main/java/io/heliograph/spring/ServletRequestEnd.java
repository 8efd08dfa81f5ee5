package io.heliograph.spring;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/**
 * Tells that a container has done with a request, after the last filter has: only then are the
 * lines written that it logs of an exception which nothing handled.
 */
final class ServletRequestEnd implements ServletRequestListener {

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    ServletSlot.putTold(event.getServletRequest());
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    ServletSlot slot = ServletSlot.find(event.getServletRequest());
    if (slot != null && slot.exchange != null) {
      slot.exchange.release();
    }
  }
}
