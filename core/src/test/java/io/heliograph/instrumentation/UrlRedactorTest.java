package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRedactorTest {

  private final UrlRedactor redactor = new UrlRedactor(HttpDefaults.SENSITIVE_QUERY_PARAMETERS);

  @ParameterizedTest
  @CsvSource({
    "https://eve:pw@a.example/x, https://REDACTED:REDACTED@a.example/x",
    "https://eve@a.example/x, https://REDACTED:REDACTED@a.example/x",
    "https://e:p@w@a.example, https://REDACTED:REDACTED@a.example",
    "//eve:pw@a.example/x, //REDACTED:REDACTED@a.example/x",
    "eve:pw@a.example/x, REDACTED:REDACTED@a.example/x",
    "https://a.example?u=b@c, https://a.example?u=b@c",
    "https://a.example/b@c, https://a.example/b@c",
    "/just/a@path, /just/a@path",
  })
  void hidesUserInfo(String url, String expected) {
    assertThat(redactor.url(url)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Signature",
        "X-Amz-Credential",
        "X-Amz-Security-Token",
        "AWSAccessKeyId",
        "Signature",
        "sig",
        "X-Goog-Signature"
      })
  void hidesTheValuesOfSecretKeysAndKeepsTheKeys(String key) {
    assertThat(redactor.query(key + "=s3cret")).isEqualTo(key + "=REDACTED");
    assertThat(redactor.query("a=1&" + key + "=s3cret&b=2"))
        .isEqualTo("a=1&" + key + "=REDACTED&b=2");
    assertThat(redactor.url("http://a/?" + key + "=s3cret=&" + key + "=again#sig=x"))
        .isEqualTo("http://a/?" + key + "=REDACTED&" + key + "=REDACTED#sig=x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIG=a", "sig", "sign=a", "asig=a", "a=sig", "", "&&", "=", "a=b=c"})
  void leavesOtherParametersAlone(String query) {
    assertThat(redactor.query(query)).isSameAs(query);
  }

  @Test
  void readsNoParametersBehindTheFragment() {
    assertThat(redactor.url("http://a/#?sig=x")).isEqualTo("http://a/#?sig=x");
  }

  @Test
  void hasNoQueryWhereThereIsNone() {
    assertThat(redactor.query(null)).isNull();
  }

  @Test
  void readsHugeTextsOnce() {
    assertThat(redactor.query("&".repeat(5_000_000))).hasSize(5_000_000);
    assertThat(redactor.query("sig".repeat(2_000_000))).hasSize(6_000_000);
    assertThat(redactor.url("http://" + "@".repeat(5_000_000))).hasSize(7 + 17 + 1);
  }

  @Test
  void neverThrowsNorLetsASecretPass() {
    Random random = new Random(7);
    String alphabet = "ab:/?#@&=sig%[];\\ \u00e9\ud83d";
    for (int i = 0; i < 100_000; i++) {
      String noise = noise(random, alphabet);
      assertThat(redactor.query("sig=s3cret&" + noise)).doesNotContain("s3cret");
      assertThat(redactor.url(noise)).isNotNull();
      Urls.hostPort(noise);
      Urls.scheme(noise);
      HostPort.parse(noise);
    }
  }

  private static String noise(Random random, String alphabet) {
    StringBuilder noise = new StringBuilder();
    for (int length = random.nextInt(30); length > 0; length--) {
      noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return noise.toString();
  }
}
