package io.heliograph.instrumentation.logging;

import io.opentelemetry.api.trace.SpanContext;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event's MDC with the ids of its span, which are put in when somebody looks.
 *
 * <p>Most events are only exported, in records that have fields of their own for the ids: for those
 * neither a map nor the ids' texts are made. Whoever logs the ids, or hands the event to another
 * thread, sees a map like any other.
 *
 * @param <V> the values' type, to which the ids are cast
 */
final class MdcWithIds<V> extends AbstractMap<String, V> implements Serializable {

  private static final long serialVersionUID = 1;

  private final transient Map<String, V> own;
  private final transient SpanContext span;
  private final transient TraceMdc keys;
  private final transient Class<V> type;
  private transient volatile @Nullable Map<String, V> joined;

  /**
   * @param own is not changed
   */
  MdcWithIds(Map<String, V> own, SpanContext span, TraceMdc keys, Class<V> type) {
    this.own = own;
    this.span = span;
    this.keys = keys;
    this.type = type;
  }

  /**
   * The application's entries of an event's MDC, if that is known apart from what we have added.
   */
  static <V> Map<String, V> own(Map<String, V> mdc) {
    return mdc instanceof MdcWithIds<V> lazy && lazy.joined == null ? lazy.own : mdc;
  }

  /** Made at most a few times by threads that look at the same moment. */
  private Map<String, V> joined() {
    Map<String, V> made = joined;
    if (made == null) {
      made = keys.withIds(own, span, type);
      joined = made;
    }
    return made;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return joined().get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return joined().containsKey(key);
  }

  @Override
  public @Nullable V put(String key, V value) {
    return joined().put(key, value);
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return joined().entrySet();
  }

  private Object writeReplace() {
    return new HashMap<>(joined());
  }
}
