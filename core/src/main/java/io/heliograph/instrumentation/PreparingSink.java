package io.heliograph.instrumentation;

import io.heliograph.internal.attributes.AttributeStore;
import io.heliograph.internal.attributes.PreparedAttributes;
import io.opentelemetry.api.common.AttributeKey;

/** Collects attributes that spans will share, without a limit: each span has its own. */
final class PreparingSink implements AttributeSink {

  private static final int EXPECTED = 6;

  private final AttributeStore store = new AttributeStore(Integer.MAX_VALUE, EXPECTED);

  @Override
  public <T> Object setAttribute(AttributeKey<T> key, T value) {
    store.put(key, value, Integer.MAX_VALUE);
    return this;
  }

  PreparedAttributes attributes() {
    return store.prepared();
  }
}
