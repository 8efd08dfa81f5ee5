package io.heliograph.instrumentation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a request was sent to, as its span has it.
 *
 * @param authority the host and optional port that this was read from
 * @param scheme whose port it is if there is none
 */
record ServerAddress(
    String authority, @Nullable String scheme, @Nullable String host, @Nullable Long port) {

  private static ServerAddress of(String authority, @Nullable String scheme) {
    HostPort parsed = HostPort.parse(authority);
    int port = parsed == null ? -1 : parsed.portOr(scheme);
    return new ServerAddress(
        authority, scheme, parsed == null ? null : parsed.host(), port > 0 ? (long) port : null);
  }

  /** Keeps the last one, as most applications are asked by one name. Thread-safe. */
  static final class Last {

    // Racy on purpose: whoever does not see it reads the authority once more.
    private ServerAddress last = new ServerAddress("", null, null, null);

    ServerAddress of(String authority, @Nullable String scheme) {
      ServerAddress known = last;
      if (known.authority.equals(authority) && Objects.equals(known.scheme, scheme)) {
        return known;
      }
      ServerAddress read = ServerAddress.of(authority, scheme);
      last = read;
      return read;
    }
  }
}
