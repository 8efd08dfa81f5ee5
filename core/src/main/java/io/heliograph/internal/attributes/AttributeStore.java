package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * Collects attributes within limits; a key that is set again takes the new value in its old place.
 *
 * <p>Not thread-safe: the span's lock guards it.
 */
public final class AttributeStore implements SpanAttributes {

  private static final int INITIAL_ENTRIES = 8;
  private static final long ENTRY_BYTES = 24;

  /** Whether {@link #entries} is shared with a view and must be copied before it is written. */
  private static final int SHARED = Integer.MIN_VALUE;

  private final int maxCount;
  private Object[] entries;
  private int estimatedBytes;

  /** Names that were set; those above {@link #maxCount} were dropped. */
  private int named;

  /**
   * The {@link NameMark} of each name: a name whose bit is not set is new, so that it need not be
   * compared with all others. {@link #SHARED} is the bit that is left, as a field would be 8 bytes.
   */
  private int marks;

  /**
   * @param maxCount attributes kept, the rest is counted as dropped
   * @param expected there is room for so many, at a guess
   */
  public AttributeStore(int maxCount, int expected) {
    this.maxCount = maxCount;
    this.entries = NameIndex.empty(expected);
  }

  /** The same with what others share already in it, which must fit. */
  public AttributeStore(int maxCount, int expected, PreparedAttributes shared) {
    int size = shared.size();
    this.maxCount = maxCount;
    this.entries = NameIndex.grown(shared.entries, size, Math.max(expected, size));
    this.named = size;
    this.marks = shared.marks;
    this.estimatedBytes = shared.estimatedBytes();
  }

  @Override
  public int size() {
    return Math.min(named, maxCount);
  }

  /**
   * Sets a value; a null or nameless key and a null value change nothing, as the API documents.
   *
   * @param maxLength characters of a string value
   */
  public <T> void put(@Nullable AttributeKey<T> key, @Nullable T value, int maxLength) {
    AttributeKey<?> plain = PlainKey.of(key);
    if (plain != null && value != null) {
      Object kept = AttributeValues.limit(value, maxLength);
      set(plain, kept, AttributeValues.textLength(kept));
    }
  }

  /**
   * Sets a value. Runs no foreign code, so that it may be called under a lock.
   *
   * @param key one that {@link PlainKey#of} answered
   * @param kept one that {@link AttributeValues#limit} answered, of this {@code textLength}
   */
  public void set(AttributeKey<?> key, Object kept, long textLength) {
    String name = key.getKey();
    int bit = NameMark.of(name);
    int index = (marks & bit) == 0 ? -1 : indexOf(name);
    if (index < 0 && ++named > maxCount) {
      return;
    }
    marks |= bit;
    estimatedBytes = (int) Math.min(estimatedBytes + ENTRY_BYTES + textLength, Integer.MAX_VALUE);
    if (index < 0) {
      add(key, name, kept);
    } else {
      set(index, key, kept);
    }
  }

  /** Sets all of them, which must fit. Runs no foreign code either. */
  public void setAll(PreparedAttributes shared) {
    for (int i = 0; i < shared.size(); i++) {
      Object value = shared.valueAt(i);
      set(shared.keyAt(i), value, AttributeValues.textLength(value));
    }
  }

  /** Sets all of them. */
  @SuppressWarnings("unchecked") // Attributes pairs every key with a value of its type.
  public void putAll(@Nullable Attributes attributes, int maxLength) {
    if (attributes != null && !attributes.isEmpty()) {
      attributes.forEach((key, value) -> put((AttributeKey<Object>) key, value, maxLength));
    }
  }

  @Override
  public Attributes view() {
    if (named == 0) {
      return Attributes.empty();
    }
    marks |= SHARED;
    return new FlatAttributes(entries, size());
  }

  @Override
  public Attributes lastView() {
    return named == 0 ? Attributes.empty() : new FlatAttributes(entries, size());
  }

  /** What was set so far, to be shared. */
  public PreparedAttributes prepared() {
    marks |= SHARED;
    return new PreparedAttributes(entries, size(), marks & ~SHARED, estimatedBytes);
  }

  @Override
  public int dropped() {
    return Math.max(0, named - maxCount);
  }

  /** A value that was replaced still counts. */
  @Override
  public int estimatedBytes() {
    return estimatedBytes;
  }

  /** A copy of attributes within the limits, or the same ones when they are within them. */
  public static Limited limit(Attributes attributes, int maxCount, int maxLength) {
    if (attributes.isEmpty()) {
      return new Limited(attributes, 0, 0);
    }
    AttributeStore store = new AttributeStore(maxCount, Math.min(attributes.size(), maxCount));
    store.putAll(attributes, maxLength);
    return new Limited(store.view(), store.dropped(), store.estimatedBytes);
  }

  /** Attributes within limits and the number of those that were not kept. */
  public record Limited(Attributes attributes, int dropped, long estimatedBytes) {}

  private int indexOf(String name) {
    NameIndex names = NameIndex.of(entries);
    if (names != null) {
      return names.find(entries, name);
    }
    int size = size();
    for (int i = 0; i < size; i++) {
      if (NameIndex.name(entries, i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void add(AttributeKey<?> key, String name, Object value) {
    int place = named - 1;
    if (2 * place + 1 >= entries.length) {
      entries = NameIndex.grown(entries, place, Math.max(INITIAL_ENTRIES, 2 * place));
      marks &= ~SHARED;
    }
    NameIndex names = NameIndex.of(entries);
    if (names != null) {
      names.add(name, place);
    }
    set(place, key, value);
  }

  private void set(int place, AttributeKey<?> key, Object value) {
    if ((marks & SHARED) != 0) {
      entries = entries.clone();
      marks &= ~SHARED;
    }
    entries[2 * place] = key;
    entries[2 * place + 1] = value;
  }
}
