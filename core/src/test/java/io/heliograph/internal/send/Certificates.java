package io.heliograph.internal.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Self-signed identities, made with the JDK's keytool. */
final class Certificates {

  static final String PASSWORD = "changeit";

  private final Path directory;
  private int changes;

  Certificates(Path directory) {
    this.directory = directory;
  }

  /** A PKCS12 key store; the certificate is for 127.0.0.1 unless a name says otherwise. */
  Path keyStore(String name, String algorithm, String subjectAlternative) throws Exception {
    Path file = directory.resolve(name + ".p12");
    keytool(
        "-genkeypair",
        "-alias",
        "id",
        "-keyalg",
        algorithm,
        "-dname",
        "CN=" + name,
        "-validity",
        "2",
        "-ext",
        "san=" + subjectAlternative,
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
    return file;
  }

  Path keyStore(String name) throws Exception {
    return keyStore(name, "EC", "ip:127.0.0.1");
  }

  /** A trust store, JKS so that this format is seen as well. */
  Path trustStore(Path keyStore) throws Exception {
    Path file = directory.resolve(keyStore.getFileName() + "." + changes++ + ".jks");
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "id",
        "-file",
        certificate(keyStore).toString(),
        "-storetype",
        "JKS",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
    return file;
  }

  /** The certificate in PEM. */
  Path certificate(Path keyStore) throws Exception {
    return write(
        keyStore.getFileName() + ".crt.pem",
        pem("CERTIFICATE", load(keyStore).getCertificate("id").getEncoded()));
  }

  /** The key in PEM, PKCS#8. */
  Path key(Path keyStore) throws Exception {
    byte[] key = load(keyStore).getKey("id", PASSWORD.toCharArray()).getEncoded();
    return write(keyStore.getFileName() + ".key.pem", pem("PRIVATE KEY", key));
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** Puts one file in another's place; the clock of a file system may be too coarse to show it. */
  void replace(Path file, Path by) throws IOException {
    Files.write(file, Files.readAllBytes(by));
    long seconds = 1_800_000_000L + changes++;
    Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.ofEpochSecond(seconds)));
  }

  static String pem(String type, byte[] bytes) {
    String base64 = Base64.getMimeEncoder().encodeToString(bytes);
    return "a comment\n-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, base64, type);
  }

  static KeyStore load(Path keyStore) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void keytool(String... arguments) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String[] command = new String[arguments.length + 1];
    command[0] = program;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
  }
}
