package io.heliograph.internal.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of a baggage in the order in which they came, searched by a scan.
 *
 * <p>Why not the API's own baggage: it sorts members by key whenever one is built, which was half
 * of what reading a header cost (benchmark row {@code extractBaggage}). It is written by the one
 * who reads the header and immutable from then on.
 */
final class BaggageMembers implements Baggage {

  private static final int USUAL_MEMBERS = 4;

  private record Member(String getValue, BaggageEntryMetadata getMetadata)
      implements BaggageEntry {}

  private String[] keys = new String[USUAL_MEMBERS];
  private Member[] members = new Member[USUAL_MEMBERS];
  private int size;

  /** Adds a member; one of the same key takes the new value in its old place. */
  void put(String key, String value, BaggageEntryMetadata metadata) {
    int known = indexOf(key);
    int index = known < 0 ? size++ : known;
    if (index == keys.length) {
      keys = Arrays.copyOf(keys, 2 * index);
      members = Arrays.copyOf(members, 2 * index);
    }
    keys[index] = key;
    members[index] = new Member(value, metadata);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable String getEntryValue(@Nullable String key) {
    BaggageEntry entry = getEntry(key);
    return entry == null ? null : entry.getValue();
  }

  @Override
  public @Nullable BaggageEntry getEntry(@Nullable String key) {
    int index = key == null ? -1 : indexOf(key);
    return index < 0 ? null : members[index];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super BaggageEntry> consumer) {
    for (int i = 0; i < size; i++) {
      consumer.accept(keys[i], members[i]);
    }
  }

  @Override
  public Map<String, BaggageEntry> asMap() {
    Map<String, BaggageEntry> map = new LinkedHashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public BaggageBuilder toBuilder() {
    BaggageBuilder builder = Baggage.builder();
    forEach((key, entry) -> builder.put(key, entry.getValue(), entry.getMetadata()));
    return builder;
  }

  /** Equal to baggage that was read from a header with the same members, in whatever order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BaggageMembers that && asMap().equals(that.asMap());
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  @Override
  public String toString() {
    return asMap().toString();
  }

  private int indexOf(String key) {
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
