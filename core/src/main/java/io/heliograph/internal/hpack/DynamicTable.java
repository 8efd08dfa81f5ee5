package io.heliograph.internal.hpack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The fields that the sender has added, newest first; RFC 7541 sections 2.3.2 and 4. */
final class DynamicTable {

  private final Deque<HeaderField> fields = new ArrayDeque<>();
  private int maxSize;
  private int size;

  DynamicTable(int maxSize) {
    this.maxSize = maxSize;
  }

  /** A field that is larger than the table empties it, which is no error. */
  void add(HeaderField field) {
    evictTo(maxSize - field.size());
    if (field.size() <= maxSize) {
      fields.addFirst(field);
      size += field.size();
    }
  }

  void resize(int newMaxSize) {
    maxSize = newMaxSize;
    evictTo(maxSize);
  }

  private void evictTo(int limit) {
    while (size > limit && !fields.isEmpty()) {
      size -= fields.removeLast().size();
    }
  }

  /**
   * @param index from 0, the newest
   */
  HeaderField get(int index) throws MalformedHeaderBlock {
    if (index >= fields.size()) {
      throw new MalformedHeaderBlock("index out of range");
    }
    Iterator<HeaderField> newestFirst = fields.iterator();
    for (int i = 0; i < index; i++) {
      newestFirst.next();
    }
    return newestFirst.next();
  }

  int size() {
    return size;
  }
}
