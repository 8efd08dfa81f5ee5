package io.heliograph.internal.send;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What TLS trusts and how it identifies itself; follows changes of the files from the next
 * connection on. Thread-safe.
 */
public final class TlsMaterial {

  private final @Nullable TrustManager trust;
  private final @Nullable KeyManager identity;

  /**
   * Reads both, so that what is wrong is known at start-up.
   *
   * @param trust null for what the JVM trusts
   * @param identity null for none: TLS without a client certificate
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public TlsMaterial(@Nullable TlsStore trust, @Nullable TlsStore identity) {
    this.trust = trust == null ? null : new ReloadingTrustManager(trust);
    this.identity = identity == null ? null : new ReloadingKeyManager(identity);
  }

  @Nullable TrustManager trust() {
    return trust;
  }

  @Nullable KeyManager identity() {
    return identity;
  }

  SSLContext sslContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity == null ? null : new KeyManager[] {identity},
          trust == null ? null : new TrustManager[] {trust},
          null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the JVM has no TLS", impossible);
    }
  }
}
