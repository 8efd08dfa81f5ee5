package io.heliograph.internal.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * What is made from a store's files, and made anew when they have changed: certificates are
 * replaced on disk long before a process restarts.
 *
 * @param <M> a key manager or a trust manager
 */
final class Reloading<M> {

  /** Makes the manager from what was loaded. */
  interface Factory<M> {
    M make(KeyStore loaded, char[] password) throws GeneralSecurityException;
  }

  private final TlsStore store;
  private final Factory<M> factory;
  private List<FileTime> times;
  private M current;

  /**
   * @throws IllegalArgumentException naming the files and what is wrong with them
   */
  Reloading(TlsStore store, Factory<M> factory) {
    this.store = store;
    this.factory = factory;
    try {
      times = times(store);
      current = load();
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalArgumentException(
          "cannot use %s for TLS: %s".formatted(store.files(), reason(unreadable)), unreadable);
    }
  }

  /** As of the files' last change; what cannot be read, perhaps half written, is read next time. */
  synchronized M current() {
    try {
      List<FileTime> now = times(store);
      if (!now.equals(times)) {
        current = load();
        times = now;
      }
    } catch (IOException | GeneralSecurityException unreadable) {
      // The former one may still be valid; if it is not, the handshake says so in the log.
    }
    return current;
  }

  private M load() throws IOException, GeneralSecurityException {
    return factory.make(store.load(), store.password());
  }

  private static List<FileTime> times(TlsStore store) throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path file : store.files()) {
      times.add(Files.getLastModifiedTime(file));
    }
    return times;
  }

  private static String reason(Exception unreadable) {
    return unreadable instanceof NoSuchFileException missing
        ? "no such file: " + missing.getFile()
        : String.valueOf(unreadable.getMessage());
  }
}
