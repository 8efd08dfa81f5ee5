package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.Attributes;

/**
 * Attributes that many spans have, made once: a span takes them over in one go, and as long as it
 * adds none of its own they are not copied.
 *
 * <p>To another OpenTelemetry they are attributes like all others. Immutable.
 */
public final class PreparedAttributes extends FlatAttributes implements SpanAttributes {

  public static final PreparedAttributes NONE = of(Attributes.empty());

  /** As {@link AttributeStore} has it. */
  final int marks;

  private final int estimatedBytes;

  PreparedAttributes(Object[] entries, int size, int marks, int estimatedBytes) {
    super(entries, size);
    this.marks = marks;
    this.estimatedBytes = estimatedBytes;
  }

  /** Prepares attributes; those that are prepared are returned as they are. */
  public static PreparedAttributes of(Attributes attributes) {
    if (attributes instanceof PreparedAttributes prepared) {
      return prepared;
    }
    AttributeStore store = new AttributeStore(Integer.MAX_VALUE, attributes.size());
    store.putAll(attributes, Integer.MAX_VALUE);
    return store.prepared();
  }

  /**
   * Whether a span with these limits would keep all of them as they are. Asked of their sum, no
   * value of which is longer.
   *
   * @param maxLength characters of a string value
   */
  public boolean fit(int maxCount, int maxLength) {
    return size() <= maxCount && estimatedBytes <= maxLength;
  }

  @Override
  public Attributes view() {
    return this;
  }

  @Override
  public Attributes lastView() {
    return this;
  }

  @Override
  public int dropped() {
    return 0;
  }

  @Override
  public int estimatedBytes() {
    return estimatedBytes;
  }
}
