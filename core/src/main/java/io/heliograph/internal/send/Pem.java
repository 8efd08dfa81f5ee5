package io.heliograph.internal.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys in PEM; text around the blocks is skipped. */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private Pem() {}

  static Certificate[] certificates(Path file) throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    Matcher blocks = blocks(file);
    while (blocks.find()) {
      if (blocks.group(1).endsWith("CERTIFICATE")) {
        certificates.add(factory.generateCertificate(new ByteArrayInputStream(bytes(blocks))));
      }
    }
    if (certificates.isEmpty()) {
      throw new GeneralSecurityException("it holds no certificate in PEM");
    }
    return certificates.toArray(Certificate[]::new);
  }

  static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    Matcher blocks = blocks(file);
    while (blocks.find()) {
      String type = blocks.group(1);
      if (type.equals("PRIVATE KEY")) {
        return pkcs8(bytes(blocks));
      }
      if (type.endsWith("PRIVATE KEY")) {
        throw new GeneralSecurityException(
            "its \"%s\" is not plain PKCS#8; convert it with: openssl pkcs8 -topk8 -nocrypt -in %s"
                .formatted(type, file.getFileName()));
      }
    }
    throw new GeneralSecurityException("it holds no private key in PEM");
  }

  private static PrivateKey pkcs8(byte[] key) throws GeneralSecurityException {
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
      } catch (InvalidKeySpecException other) {
        // The encoding names its algorithm; the factories of the others refuse it.
      }
    }
    throw new GeneralSecurityException("its private key is none of " + KEY_ALGORITHMS);
  }

  private static Matcher blocks(Path file) throws IOException {
    return BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(Matcher block) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(block.group(2));
    } catch (IllegalArgumentException notBase64) {
      throw new GeneralSecurityException("its PEM is damaged", notBase64);
    }
  }
}
