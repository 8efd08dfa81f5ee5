package io.heliograph.internal.hpack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one header block, up to a limit: RFC 9113 section 6.5.2,
 * SETTINGS_MAX_HEADER_LIST_SIZE.
 *
 * <p>What is over the limit is left out, not refused, because the decoder's table must stay the
 * same as the sender's.
 */
public final class HeaderList {

  private final int limit;
  private final List<HeaderField> fields = new ArrayList<>();
  private int size;

  HeaderList(int limit) {
    this.limit = limit;
  }

  void add(HeaderField field) {
    if (size <= limit) {
      size += field.size();
    }
    if (size <= limit) {
      fields.add(field);
    }
  }

  /** Whether fields were left out. */
  public boolean isTooLarge() {
    return size > limit;
  }

  /** The first value of a name, null without one. */
  public @Nullable String first(String name) {
    for (HeaderField field : fields) {
      if (field.name().equals(name)) {
        return field.value();
      }
    }
    return null;
  }

  List<HeaderField> fields() {
    return fields;
  }
}
