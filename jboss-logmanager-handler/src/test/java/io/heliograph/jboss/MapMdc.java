package io.heliograph.jboss;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logmanager.MDCProvider;

/** An MDC for one thread. */
final class MapMdc implements MDCProvider {

  private final Map<String, Object> entries = new HashMap<>();

  @Override
  public String get(String key) {
    return text(getObject(key));
  }

  @Override
  public Object getObject(String key) {
    return entries.get(key);
  }

  @Override
  public String put(String key, String value) {
    return text(putObject(key, value));
  }

  @Override
  public Object putObject(String key, Object value) {
    return entries.put(key, value);
  }

  @Override
  public String remove(String key) {
    return text(removeObject(key));
  }

  @Override
  public Object removeObject(String key) {
    return entries.remove(key);
  }

  @Override
  public Map<String, String> copy() {
    return entries.keySet().stream().collect(Collectors.toMap(key -> key, this::get));
  }

  @Override
  public Map<String, Object> copyObject() {
    return new HashMap<>(entries);
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public void clear() {
    entries.clear();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
