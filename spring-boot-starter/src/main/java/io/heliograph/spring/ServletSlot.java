package io.heliograph.spring;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where the exchange of a request is kept over all its dispatches: one attribute of it, set once.
 *
 * <p>Used by one thread at a time, as the request is.
 */
final class ServletSlot {

  private static final String ATTRIBUTE = ServletSlot.class.getName();

  /** Whether {@link ServletRequestEnd} will tell the end of the request. */
  final boolean endIsTold;

  /** Null before the first dispatch. */
  @Nullable ServletExchange exchange;

  private ServletSlot(boolean endIsTold) {
    this.endIsTold = endIsTold;
  }

  /** The slot of a request; a new one if it has none. */
  static ServletSlot of(ServletRequest request) {
    ServletSlot slot = find(request);
    return slot == null ? put(request, new ServletSlot(false)) : slot;
  }

  static @Nullable ServletSlot find(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof ServletSlot slot ? slot : null;
  }

  /** For a request whose end will be told. */
  static void putTold(ServletRequest request) {
    put(request, new ServletSlot(true));
  }

  private static ServletSlot put(ServletRequest request, ServletSlot slot) {
    request.setAttribute(ATTRIBUTE, slot);
    return slot;
  }
}
