package io.heliograph.contract.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority with one server and one client certificate, as PEM files and PKCS #12
 * stores in a folder, made by the JDK's keytool.
 *
 * <p>Files: {@code ca.pem}, {@code server.pem}, {@code server.key}, {@code client.pem}, {@code
 * client.key} (keys as unencrypted PKCS #8), {@code server.p12}, {@code client.p12} (key entry and
 * chain) and {@code trust.p12} (the authority). The server certificate is for 127.0.0.1 and
 * localhost.
 */
public final class TestCertificates {

  /** The password of every store here. */
  public static final String PASSWORD = "heliograph";

  private final Path folder;

  private TestCertificates(Path folder) {
    this.folder = folder;
  }

  /** Makes new certificates in a folder that exists; takes some seconds. */
  public static TestCertificates create(Path folder) {
    TestCertificates certificates = new TestCertificates(folder);
    try {
      certificates.generate();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make certificates in " + folder, e);
    }
    return certificates;
  }

  /** One of the files that the class describes. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** For the receiver: shows the server certificate, trusts the authority's clients. */
  public SSLContext serverContext() {
    return SslContexts.fromKeyStores(file("server.p12"), file("trust.p12"), PASSWORD);
  }

  /** For a client: shows the client certificate, trusts the authority's servers. */
  public SSLContext clientContext() {
    return SslContexts.fromKeyStores(file("client.p12"), file("trust.p12"), PASSWORD);
  }

  /** For a client without a certificate that trusts the authority's servers. */
  public SSLContext trustingContext() {
    return SslContexts.fromKeyStores(null, file("trust.p12"), PASSWORD);
  }

  private void generate() throws IOException, GeneralSecurityException {
    genKeyPair("ca", "-ext", "bc:c");
    genKeyPair("server", "-signer", "ca", "-ext", "san=ip:127.0.0.1,dns:localhost");
    genKeyPair("client", "-signer", "ca");
    KeyStore all = load(file("all.p12"));
    Certificate authority = all.getCertificate("ca");
    writePem("ca.pem", "CERTIFICATE", authority.getEncoded());
    writeIdentity(all, "server");
    writeIdentity(all, "client");
    KeyStore trust = emptyStore();
    trust.setCertificateEntry("ca", authority);
    save(trust, "trust.p12");
  }

  private void genKeyPair(String alias, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=heliograph-" + alias,
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file("all.p12").toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    }
  }

  private void writeIdentity(KeyStore all, String alias)
      throws IOException, GeneralSecurityException {
    Key key = all.getKey(alias, PASSWORD.toCharArray());
    Certificate[] chain = all.getCertificateChain(alias);
    writePem(alias + ".pem", "CERTIFICATE", chain[0].getEncoded());
    writePem(alias + ".key", "PRIVATE KEY", key.getEncoded());
    KeyStore store = emptyStore();
    store.setKeyEntry(alias, key, PASSWORD.toCharArray(), chain);
    save(store, alias + ".p12");
  }

  private void writePem(String name, String label, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        file(name), "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void save(KeyStore store, String name) throws IOException, GeneralSecurityException {
    try (var out = Files.newOutputStream(file(name))) {
      store.store(out, PASSWORD.toCharArray());
    }
  }
}
