package io.heliograph.contract.receiver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes SSL contexts from files; throws IllegalStateException when a file is no good. */
public final class SslContexts {

  private SslContexts() {}

  /**
   * From PKCS #12 stores.
   *
   * @param identity the store with the key entry, or null to show no certificate
   * @param password of both stores
   */
  public static SSLContext fromKeyStores(@Nullable Path identity, Path trust, String password) {
    try {
      char[] secret = password.toCharArray();
      KeyStore keys = identity == null ? null : KeyStore.getInstance(identity.toFile(), secret);
      return context(keys, KeyStore.getInstance(trust.toFile(), secret), secret);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot read " + identity + " and " + trust, e);
    }
  }

  /**
   * From PEM files.
   *
   * @param certificates the own certificate first
   * @param key an unencrypted PKCS #8 key of algorithm EC or RSA
   * @param authorities the certificates to trust
   */
  public static SSLContext fromPem(Path certificates, Path key, Path authorities) {
    try {
      KeyStore keys = emptyStore();
      Certificate[] chain = certificates(certificates).toArray(new Certificate[0]);
      String algorithm = chain[0].getPublicKey().getAlgorithm();
      keys.setKeyEntry("key", privateKey(key, algorithm), new char[0], chain);
      KeyStore trust = emptyStore();
      for (Certificate authority : certificates(authorities)) {
        trust.setCertificateEntry("ca" + trust.size(), authority);
      }
      return context(keys, trust, new char[0]);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot read " + certificates + " and " + key, e);
    }
  }

  private static SSLContext context(@Nullable KeyStore keys, KeyStore trust, char[] secret)
      throws GeneralSecurityException {
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, keys == null ? null : secret);
    TrustManagerFactory trustManagers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    return context;
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static List<Certificate> certificates(Path pem)
      throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    return List.copyOf(
        factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem))));
  }

  private static PrivateKey privateKey(Path pem, String algorithm)
      throws IOException, GeneralSecurityException {
    String base64 = Files.readString(pem, StandardCharsets.US_ASCII).replaceAll("-----.*-----", "");
    byte[] der = Base64.getMimeDecoder().decode(base64);
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
