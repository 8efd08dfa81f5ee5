package io.heliograph.internal.attributes;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds a name among many, in an array that alternates keys and values. Not thread-safe.
 *
 * <p>Why: a {@link NameMark} tells few names apart. With 64 attributes nearly all bits are taken,
 * and each name was compared with all before it (1.26 of the official SDK's time). It stands in the
 * last slot of the array, whose length is odd then, as a field would be 8 bytes of each span.
 */
final class NameIndex {

  /** Up to so many, comparing with all of them costs less. */
  private static final int FEW = 16;

  private static final Object[] NOTHING = {};

  /** Places in the array of entries, from 1; 0 is free. A power of two, at most half full. */
  private final int[] places;

  private NameIndex(int capacity) {
    this.places = new int[2 * Integer.highestOneBit(2 * capacity - 1)];
  }

  /**
   * An array with room for so many. Apart from {@link #grown}, which is too large to be inlined
   * where each span and log record passes.
   */
  static Object[] empty(int capacity) {
    return capacity > FEW ? grown(NOTHING, 0, capacity) : new Object[2 * capacity];
  }

  /** A larger copy with room for so many entries, the first of which it has already. */
  static Object[] grown(Object[] entries, int size, int capacity) {
    boolean many = capacity > FEW;
    Object[] grown = new Object[many ? 2 * capacity + 1 : 2 * capacity];
    System.arraycopy(entries, 0, grown, 0, 2 * size);
    if (many) {
      NameIndex index = new NameIndex(capacity);
      grown[2 * capacity] = index;
      for (int i = 0; i < size; i++) {
        index.add(name(grown, i), i);
      }
    }
    return grown;
  }

  /** The index of an array, null if it has few entries. */
  static @Nullable NameIndex of(Object[] entries) {
    int length = entries.length;
    return (length & 1) == 0 ? null : (NameIndex) entries[length - 1];
  }

  static String name(Object[] entries, int place) {
    return ((AttributeKey<?>) entries[2 * place]).getKey();
  }

  /** Adds a name that is not there yet. */
  void add(String name, int place) {
    int slot = slot(name);
    while (places[slot] != 0) {
      slot = next(slot);
    }
    places[slot] = place + 1;
  }

  /** The place of a name, -1 if it is not there. */
  int find(Object[] entries, String name) {
    for (int slot = slot(name); places[slot] != 0; slot = next(slot)) {
      if (name(entries, places[slot] - 1).equals(name)) {
        return places[slot] - 1;
      }
    }
    return -1;
  }

  private int slot(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> Short.SIZE) & (places.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (places.length - 1);
  }
}
