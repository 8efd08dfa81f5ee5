package io.heliograph.jboss;

import io.heliograph.instrumentation.logging.TraceMdc;
import java.util.Map;
import java.util.Objects;
import org.jboss.logmanager.MDCProvider;
import org.jspecify.annotations.Nullable;

/**
 * The MDC as lines see it: the application's entries, and the ids of the current span.
 *
 * @param delegate the application's
 * @param added says under which keys the ids are found
 */
public record TraceMdcProvider(MDCProvider delegate, TraceMdc added) implements MDCProvider {

  @Override
  public @Nullable String get(String key) {
    String own = delegate.get(key);
    return own == null ? added.find(key) : own;
  }

  @Override
  public @Nullable Object getObject(String key) {
    Object own = delegate.getObject(key);
    return own == null ? added.find(key) : own;
  }

  @Override
  public Map<String, String> copy() {
    return Objects.requireNonNull(added.merged(delegate.copy(), String.class));
  }

  @Override
  public Map<String, Object> copyObject() {
    return Objects.requireNonNull(added.merged(delegate.copyObject(), Object.class));
  }

  @Override
  public boolean isEmpty() {
    return copyObject().isEmpty();
  }

  @Override
  public @Nullable String put(String key, String value) {
    return delegate.put(key, value);
  }

  @Override
  public @Nullable Object putObject(String key, Object value) {
    return delegate.putObject(key, value);
  }

  @Override
  public @Nullable String remove(String key) {
    return delegate.remove(key);
  }

  @Override
  public @Nullable Object removeObject(String key) {
    return delegate.removeObject(key);
  }

  @Override
  public void clear() {
    delegate.clear();
  }
}
