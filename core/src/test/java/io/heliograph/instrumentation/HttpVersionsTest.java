package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpVersionsTest {

  /** Tomcat's, Vert.x' and Micronaut's ways to say it. */
  @ParameterizedTest
  @CsvSource({
    "HTTP/1.0, 1.0", "HTTP/1.1, 1.1", "HTTP/2, 2", "HTTP/2.0, 2", "HTTP/3.0, 3",
    "HTTP_1_0, 1.0", "HTTP_1_1, 1.1", "HTTP_2, 2", "HTTP_2_0, 2", "HTTP_3_0, 3",
    "HTTP/0.9, 0.9"
  })
  void readsEveryFrameworksName(String protocol, String version) {
    assertThat(HttpVersions.number(protocol)).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP", "SPDY/3"})
  void anotherProtocolHasNone(String protocol) {
    assertThat(HttpVersions.number(protocol)).isNull();
  }

  @Test
  void noProtocolHasNone() {
    assertThat(HttpVersions.number(null)).isNull();
  }
}
