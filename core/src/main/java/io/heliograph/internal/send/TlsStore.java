package io.heliograph.internal.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where certificates or keys are kept; passwords never show. */
public sealed interface TlsStore {

  /** The files it is read from. */
  List<Path> files();

  /** Reads the files as they are now. */
  KeyStore load() throws IOException, GeneralSecurityException;

  /** Opens the keys in what was loaded. */
  char[] password();

  /** Trusted certificates in one PEM file. */
  static TlsStore certificates(Path file) {
    return new PemCertificates(file);
  }

  /**
   * A private key, PKCS#8 in PEM without a password, and its certificate.
   *
   * @param chain the key's certificate first, then those that signed it
   */
  static TlsStore identity(Path key, Path chain) {
    return new PemIdentity(key, chain);
  }

  /**
   * A key store or trust store.
   *
   * @param password null when it has none
   * @param type such as {@code PKCS12} or {@code JKS}
   */
  static TlsStore file(Path file, @Nullable String password, String type) {
    return new StoreFile(file, password, type);
  }

  /** See {@link #certificates}. */
  record PemCertificates(Path file) implements TlsStore {
    @Override
    public List<Path> files() {
      return List.of(file);
    }

    @Override
    public KeyStore load() throws IOException, GeneralSecurityException {
      KeyStore store = empty();
      int number = 0;
      for (Certificate certificate : Pem.certificates(file)) {
        store.setCertificateEntry("trusted-" + number++, certificate);
      }
      return store;
    }

    @Override
    public char[] password() {
      return new char[0];
    }
  }

  /** See {@link #identity}. */
  record PemIdentity(Path key, Path chain) implements TlsStore {
    @Override
    public List<Path> files() {
      return List.of(key, chain);
    }

    @Override
    public KeyStore load() throws IOException, GeneralSecurityException {
      KeyStore store = empty();
      store.setKeyEntry("identity", Pem.privateKey(key), password(), Pem.certificates(chain));
      return store;
    }

    @Override
    public char[] password() {
      return new char[0];
    }
  }

  /** See {@link #file}. */
  record StoreFile(Path file, @Nullable String secret, String type) implements TlsStore {
    @Override
    public List<Path> files() {
      return List.of(file);
    }

    @Override
    public KeyStore load() throws IOException, GeneralSecurityException {
      KeyStore store = KeyStore.getInstance(type);
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, secret == null ? null : secret.toCharArray());
      }
      return store;
    }

    @Override
    public char[] password() {
      return secret == null ? new char[0] : secret.toCharArray();
    }

    @Override
    public String toString() {
      return "StoreFile[" + file + ", " + type + "]";
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
