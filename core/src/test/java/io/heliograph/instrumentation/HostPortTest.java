package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @ParameterizedTest
  @CsvSource({
    "shop.example, shop.example, -1",
    "shop.example:8080, shop.example, 8080",
    "10.0.0.1:80, 10.0.0.1, 80",
    "[::1]:8080, ::1, 8080",
    "[::1], ::1, -1",
    "::1, ::1, -1",
    "shop.example:, shop.example, -1",
    "shop.example:http, shop.example, -1",
    "shop.example:65536, shop.example, -1",
    "shop.example:99999999999999999999, shop.example, -1",
    "shop.example:-1, shop.example, -1",
  })
  void readsHostAndPort(String text, String host, int port) {
    assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {":80", "[]", "[::1", "["})
  void findsNoHostWhereThereIsNone(String text) {
    assertThat(HostPort.parse(text)).isNull();
  }

  @Test
  void fallsBackToTheSchemesPort() {
    HostPort host = new HostPort("a", -1);

    assertThat(host.portOr("http")).isEqualTo(80);
    assertThat(host.portOr("https")).isEqualTo(443);
    assertThat(host.portOr("ftp")).isEqualTo(-1);
    assertThat(host.portOr(null)).isEqualTo(-1);
    assertThat(new HostPort("a", 81).portOr("https")).isEqualTo(81);
  }
}
