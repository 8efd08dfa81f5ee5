package io.heliograph.internal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Retryable;
import io.heliograph.export.Sender;
import io.heliograph.internal.send.TlsReceiver.Protocol;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS and mutual TLS against real servers, over both protocols. */
class TlsTest {

  @TempDir private static Path directory;
  private static Certificates certificates;
  private static Path server;
  private static Path client;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = new Certificates(directory);
    server = certificates.keyStore("server");
    client = certificates.keyStore("client", "RSA", "dns:client.test");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void trustsWhatThePemFileHolds(Protocol protocol) throws Exception {
    TlsMaterial tls =
        new TlsMaterial(TlsStore.certificates(certificates.certificate(server)), null);
    assertThat(send(protocol, server, null, tls)).isEqualTo(new Accepted(0, ""));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void trustsWhatTheTrustStoreHolds(Protocol protocol) throws Exception {
    TlsStore trust = TlsStore.file(certificates.trustStore(server), Certificates.PASSWORD, "JKS");
    assertThat(send(protocol, server, null, new TlsMaterial(trust, null)))
        .isEqualTo(new Accepted(0, ""));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aStrangerIsNotTrusted(Protocol protocol) throws Exception {
    assertThat(send(protocol, server, null, null))
        .isInstanceOfSatisfying(
            Retryable.class,
            retryable -> {
              assertThat(retryable.reason()).contains("unable to find valid certification path");
              assertThat(retryable.ambiguous()).isFalse();
            });
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aCertificateForAnotherHostIsNotTrusted(Protocol protocol) throws Exception {
    Path elsewhere = certificates.keyStore("elsewhere" + protocol, "EC", "dns:elsewhere.test");
    TlsMaterial tls =
        new TlsMaterial(TlsStore.certificates(certificates.certificate(elsewhere)), null);
    assertThat(send(protocol, elsewhere, null, tls)).isInstanceOf(Retryable.class);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void identifiesItselfWithPemFiles(Protocol protocol) throws Exception {
    TlsMaterial tls =
        new TlsMaterial(
            TlsStore.certificates(certificates.certificate(server)),
            TlsStore.identity(certificates.key(client), certificates.certificate(client)));
    assertThat(send(protocol, server, client, tls)).isEqualTo(new Accepted(0, ""));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void identifiesItselfWithAKeyStore(Protocol protocol) throws Exception {
    TlsMaterial tls =
        new TlsMaterial(
            TlsStore.certificates(certificates.certificate(server)),
            TlsStore.file(client, Certificates.PASSWORD, "PKCS12"));
    assertThat(send(protocol, server, client, tls)).isEqualTo(new Accepted(0, ""));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void withoutAnIdentityAReceiverThatAsksForOneDoesNotAccept(Protocol protocol) throws Exception {
    TlsMaterial tls =
        new TlsMaterial(TlsStore.certificates(certificates.certificate(server)), null);
    assertThat(send(protocol, server, client, tls)).isInstanceOf(Retryable.class);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void certificatesReplacedOnDiskAreUsedFromTheNextConnectionOn(Protocol protocol)
      throws Exception {
    Path oldServer = certificates.keyStore("old" + protocol);
    Path newServer = certificates.keyStore("new" + protocol);
    Path trusted = certificates.certificate(oldServer);
    Path key = certificates.key(oldServer);
    Path chain = certificates.certificate(oldServer);
    TlsMaterial tls =
        new TlsMaterial(TlsStore.certificates(trusted), TlsStore.identity(key, chain));
    int port;
    Sender sender;
    try (TlsReceiver receiver = protocol.open(0, oldServer, oldServer)) {
      port = receiver.port();
      sender = protocol.sender(port, tls);
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
    }
    try (sender;
        TlsReceiver rotated = protocol.open(port, newServer, newServer)) {
      assertThat(Sends.send(sender)).isInstanceOf(Retryable.class);
      certificates.replace(key, certificates.key(newServer));
      certificates.replace(chain, certificates.certificate(newServer));
      certificates.replace(trusted, certificates.certificate(newServer));
      assertThat(Sends.send(sender)).isEqualTo(new Accepted(0, ""));
    }
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertThatThrownBy(() -> new TlsMaterial(TlsStore.certificates(Path.of("/no/ca.pem")), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot use [/no/ca.pem] for TLS: no such file: /no/ca.pem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
  void aKeyInAnotherFormIsExplained(String type) throws Exception {
    Path key = certificates.write("old.pem", Certificates.pem(type, new byte[] {1, 2, 3}));
    TlsStore identity = TlsStore.identity(key, certificates.certificate(server));
    assertThatThrownBy(() -> new TlsMaterial(null, identity))
        .hasMessageContaining(key.toString())
        .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt -in old.pem");
  }

  @Test
  void damagedFilesAreExplained() throws Exception {
    Path empty = certificates.write("empty.pem", "nothing");
    Path damaged =
        certificates.write(
            "damaged.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> new TlsMaterial(TlsStore.certificates(empty), null))
        .hasMessageContaining("no certificate in PEM");
    assertThatThrownBy(() -> new TlsMaterial(null, TlsStore.identity(empty, empty)))
        .hasMessageContaining("no private key in PEM");
    assertThatThrownBy(() -> new TlsMaterial(null, TlsStore.identity(damaged, empty)))
        .hasMessageContaining("none of [RSA, EC, EdDSA]");
  }

  @Test
  void aWrongPasswordIsExplainedAndNeverShown() throws Exception {
    Path store = server;
    TlsStore wrong = TlsStore.file(store, "canary-password", "PKCS12");
    assertThat(wrong.toString()).doesNotContain("canary").contains("server.p12");
    assertThatThrownBy(() -> new TlsMaterial(null, wrong))
        .hasMessageContaining("server.p12")
        .hasMessageContaining("password")
        .hasMessageNotContaining("canary");
  }

  private static SendResult send(Protocol protocol, Path server, Path client, TlsMaterial tls)
      throws Exception {
    try (TlsReceiver receiver = protocol.open(0, server, client);
        Sender sender = protocol.sender(receiver.port(), tls)) {
      return Sends.send(sender);
    }
  }
}
