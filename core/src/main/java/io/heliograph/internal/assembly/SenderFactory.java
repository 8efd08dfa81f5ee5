package io.heliograph.internal.assembly;

import io.heliograph.config.Compression;
import io.heliograph.config.ConfigurationException;
import io.heliograph.config.DestinationSettings;
import io.heliograph.config.DestinationSettings.Part;
import io.heliograph.config.DestinationSettings.Store;
import io.heliograph.config.DestinationSettings.Tls;
import io.heliograph.internal.send.SenderSettings;
import io.heliograph.internal.send.TlsMaterial;
import io.heliograph.internal.send.TlsStore;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a destination's settings into what a sender needs, reading its TLS material once. */
final class SenderFactory {

  private SenderFactory() {}

  /**
   * Translates.
   *
   * @throws ConfigurationException if a file cannot be read or a header cannot be sent
   */
  static SenderSettings settings(DestinationSettings settings) {
    TlsMaterial tls = tls(settings);
    try {
      return new SenderSettings(
          Objects.requireNonNull(settings.endpoint(), "endpoint"),
          settings.headers(),
          settings.timeout(),
          settings.compression() == Compression.GZIP,
          tls,
          false,
          (int) settings.transfer().maxResponseSize());
    } catch (IllegalArgumentException unusable) {
      throw settings.invalid(Part.HEADERS, "headers that HTTP can carry: " + unusable.getMessage());
    }
  }

  private static @Nullable TlsMaterial tls(DestinationSettings settings) {
    Tls tls = settings.tls();
    Path certificate = tls.certificate();
    Path key = tls.clientKey();
    Path chain = tls.clientCertificate();
    TlsStore trust =
        certificate == null
            ? store(settings, Part.TRUST_STORE, tls.trustStore())
            : readable(settings, Part.CERTIFICATE, TlsStore.certificates(certificate));
    TlsStore identity =
        key == null || chain == null
            ? store(settings, Part.KEY_STORE, tls.keyStore())
            : readable(settings, Part.CLIENT_KEY, TlsStore.identity(key, chain));
    return trust == null && identity == null ? null : new TlsMaterial(trust, identity);
  }

  private static @Nullable TlsStore store(
      DestinationSettings settings, Part part, @Nullable Store store) {
    return store == null
        ? null
        : readable(settings, part, TlsStore.file(store.path(), store.password(), store.type()));
  }

  /** Reads it once, so that the error can name the key of this very file. */
  private static TlsStore readable(DestinationSettings settings, Part part, TlsStore store) {
    try {
      boolean trusts = part == Part.CERTIFICATE || part == Part.TRUST_STORE;
      TlsMaterial ignored = trusts ? new TlsMaterial(store, null) : new TlsMaterial(null, store);
      return store;
    } catch (IllegalArgumentException unreadable) {
      throw settings.invalid(part, "a file that can be used: " + unreadable.getMessage());
    }
  }
}
