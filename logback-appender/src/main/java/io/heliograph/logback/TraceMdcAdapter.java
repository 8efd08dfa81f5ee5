package io.heliograph.logback;

import io.heliograph.instrumentation.logging.TraceMdc;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/**
 * The MDC as events see it: the application's entries and, unless it set them itself, the ids of
 * the current span.
 *
 * <p>An event copies its MDC on the thread that logs, at the latest when an asynchronous appender
 * takes it, so that the ids are right there and on virtual threads. Nothing is written to the
 * thread: nothing can leak, and what is logged at a disabled level costs nothing. Thread-safe.
 */
final class TraceMdcAdapter implements MDCAdapter {

  private final MDCAdapter delegate;
  private final Installation installation;
  private volatile TraceMdc options;

  TraceMdcAdapter(MDCAdapter delegate, Installation installation, TraceMdc options) {
    this.delegate = delegate;
    this.installation = installation;
    this.options = options;
  }

  MDCAdapter delegate() {
    return delegate;
  }

  /** What this adapter is a part of. */
  Installation installation() {
    return installation;
  }

  void options(TraceMdc options) {
    this.options = options;
  }

  @Override
  public @Nullable Map<String, String> getCopyOfContextMap() {
    return options.merged(delegate.getCopyOfContextMap(), String.class);
  }

  @Override
  public void put(String key, @Nullable String value) {
    delegate.put(key, value);
  }

  @Override
  public @Nullable String get(String key) {
    return delegate.get(key);
  }

  @Override
  public void remove(String key) {
    delegate.remove(key);
  }

  @Override
  public void clear() {
    delegate.clear();
  }

  @Override
  public void setContextMap(Map<String, String> entries) {
    delegate.setContextMap(entries);
  }

  @Override
  public void pushByKey(String key, String value) {
    delegate.pushByKey(key, value);
  }

  @Override
  public @Nullable String popByKey(String key) {
    return delegate.popByKey(key);
  }

  @Override
  public @Nullable Deque<String> getCopyOfDequeByKey(String key) {
    return delegate.getCopyOfDequeByKey(key);
  }

  @Override
  public void clearDequeByKey(String key) {
    delegate.clearDequeByKey(key);
  }
}
