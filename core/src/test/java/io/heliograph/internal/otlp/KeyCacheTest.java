package io.heliograph.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which keys the encoder keeps. */
class KeyCacheTest {

  private final KeyCache keys = new KeyCache(new ProtoWriter(1 << 20));

  @Test
  void twoKeysOfOnePlaceAreBothKept() {
    KnownKey client = keys.get("client.address");
    KnownKey server = keys.get("server.address");
    assertThat(keys.get("client.address")).isSameAs(client);
    assertThat(keys.get("server.address")).isSameAs(server);
    assertThat(server.key).isEqualTo("server.address");
  }

  @Test
  void madeUpKeysTakeOnePlaceAfterTheOther() {
    List<String> made = Stream.iterate(0, i -> i + 1).limit(5_000).map(i -> "key." + i).toList();
    made.forEach(keys::get);
    assertThat(made).allSatisfy(key -> assertThat(keys.get(key).key).isEqualTo(key));
  }

  @Test
  void aKeyOverTheLimitIsNotKept() {
    String longest = "k".repeat(256);
    assertThat(keys.get(longest)).isSameAs(keys.get(longest));
    assertThat(keys.get(longest + "k")).isNotSameAs(keys.get(longest + "k"));
  }
}
