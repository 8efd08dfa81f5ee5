package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.context.Context;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaggagePropagatorTest {

  private final BaggagePropagator propagator = new BaggagePropagator();

  @Test
  @Compliance("Baggage > Basic support")
  void writesWhatItReads() {
    String header = "a=1,b=%C3%A9%20%25;prop=x%20y;flag,c=";

    Baggage baggage = read(header);

    assertThat(baggage.getEntryValue("b")).isEqualTo("é %");
    assertThat(baggage.getEntry("b").getMetadata().getValue()).isEqualTo("prop=x%20y;flag");
    assertThat(write(baggage).split(",")).containsExactlyInAnyOrder(header.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "k=v|v",
        "` k \t=\t v `|v",
        "k=v;meta|v",
        "k=a=b|a=b",
        "k=a+b|a+b",
        "k=%41%e2%82%ac|A€",
        "k=%F0%9F%98%80|😀",
        "k=%ff|\uFFFD",
        "k=1,k=2|2",
        "k=|``",
      })
  void readsAMember(String header, String value) {
    assertThat(read(header).getEntryValue("k")).isEqualTo(value);
  }

  @Test
  void readsAKeyOfEveryTokenCharacter() {
    String key = "!#$%&'*+-.^_`|~09azAZ";

    assertThat(read(key + "=v").getEntryValue(key)).isEqualTo("v");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k",
        "=v",
        "k;m=1",
        "k y=v",
        "k(=v",
        "k\u00e9=v",
        "k=a b",
        "k=\"v\"",
        "k=a\\b",
        "k=\u00e9",
        "k=%",
        "k=%4",
        "k=%zz",
        "k=a\r\nb",
        "k\r\n=v",
        "k=v;m=\r\nx: y",
        "k=v;m\u00e9",
        ";",
        "",
      })
  void skipsAnInvalidMemberAndKeepsTheOthers(String member) {
    assertThat(read("a=1," + member + ",b=2").asMap()).containsOnlyKeys("a", "b");
    assertThat(read(member).isEmpty()).isTrue();
  }

  @Test
  void keepsTheOrderAndTheLastValueOfAKey() {
    Baggage baggage = read("z=1,a=2;m,z=3,b=4,c=5,d=6");

    assertThat(baggage.asMap().keySet()).containsExactly("z", "a", "b", "c", "d");
    assertThat(baggage.size()).isEqualTo(5);
    assertThat(baggage.getEntryValue("z")).isEqualTo("3");
    assertThat(baggage.getEntry("a").getMetadata().getValue()).isEqualTo("m");
    assertThat(baggage.getEntryValue("unknown")).isNull();
    assertThat(baggage.getEntryValue(null)).isNull();
  }

  @Test
  void isEqualWhateverTheOrder() {
    assertThat(read("a=1,b=2")).isEqualTo(read("b=2,a=1")).hasSameHashCodeAs(read("b=2,a=1"));
    assertThat(read("a=1,b=2")).isNotEqualTo(read("a=1,b=3")).isNotEqualTo(read("a=1"));
  }

  @Test
  void joinsRepeatedHeaders() {
    Headers headers = Headers.of("baggage", "a=1", "Baggage", "", "BAGGAGE", "b=2,c=3");

    assertThat(headers.baggage(propagator).asMap()).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void leavesTheContextAloneWithoutAValidMember() {
    assertThat(Headers.of("baggage", ",;=,k").extracted(propagator)).isSameAs(Context.root());
    assertThat(Headers.of().extracted(propagator)).isSameAs(Context.root());
  }

  @Test
  void reads64MembersOverAllHeadersTogether() {
    Headers headers = new Headers();
    for (int i = 0; i < 70; i += 2) {
      headers.add("baggage", "k" + i + "=v,k" + (i + 1) + "=v");
    }

    assertThat(headers.baggage(propagator).asMap())
        .hasSize(64)
        .containsKeys("k0", "k63")
        .doesNotContainKey("k64");
  }

  @Test
  void reads8192BytesOfOneHeader() {
    String fits = "a=1,b=" + "v".repeat(8192 - 6);

    assertThat(fits).hasSize(8192);
    assertThat(read(fits).getEntryValue("b")).hasSize(8186);
    assertThat(read(fits + ",c=2").asMap()).containsOnlyKeys("a", "b");
    assertThat(read(fits + "v").asMap()).containsOnlyKeys("a");
  }

  @Test
  void countsTheBytesOfAllHeadersTogether() {
    Headers headers = Headers.of("baggage", "a=" + "v".repeat(5_000), "baggage", "junk");
    headers.add("baggage", "b=" + "v".repeat(3_000));
    headers.add("baggage", "c=" + "v".repeat(3_000));

    assertThat(headers.baggage(propagator).asMap()).containsOnlyKeys("a", "b");
  }

  @Test
  void countsInvalidMembersTowardsTheBytes() {
    assertThat(read(",".repeat(8188) + "a=1").getEntryValue("a")).isEqualTo("1");
    assertThat(read(",".repeat(8190) + "a=1").isEmpty()).isTrue();
  }

  @Test
  void writesAtMost64Members() {
    BaggageBuilder baggage = Baggage.builder();
    for (int i = 0; i < 70; i++) {
      baggage.put("k" + i, "v");
    }

    assertThat(write(baggage.build()).split(",")).hasSize(64);
  }

  @Test
  void writesAtMost8192BytesAndNeverAPartialMember() {
    Baggage baggage =
        Baggage.builder()
            .put("a", "v".repeat(8_000))
            .put("b", "é".repeat(100))
            .put("c", "v".repeat(1_000_000))
            .put("d", "4")
            .build();

    assertThat(write(baggage).split(","))
        .containsExactlyInAnyOrder("a=" + "v".repeat(8_000), "d=4");
  }

  @Test
  void writesAHeaderOfExactly8192Bytes() {
    assertThat(write(Baggage.builder().put("a", "v".repeat(8_190)).build())).hasSize(8_192);
    assertThat(write(Baggage.builder().put("a", "v".repeat(8_191)).build())).isNull();
  }

  @Test
  void encodesWhatAHeaderCannotCarry() {
    Baggage baggage =
        Baggage.builder()
            .put("a", "x,y;z=\"\\%\r\n é€😀\uD800", BaggageEntryMetadata.create("m=\r\n,é"))
            .put("not a key", "1")
            .put("k\r\nX-Evil", "1")
            .build();

    assertThat(write(baggage))
        .isEqualTo(
            "a=x%2Cy%3Bz%3D%22%5C%25%0D%0A%20%C3%A9%E2%82%AC%F0%9F%98%80%EF%BF%BD"
                + ";m=%0D%0A%2C%C3%A9");
  }

  @Test
  void agreesWithTheApiOnValidInput() {
    Random random = new Random(11);
    W3CBaggagePropagator api = W3CBaggagePropagator.getInstance();
    for (int i = 0; i < 1_000; i++) {
      Context context = Context.root().with(randomBaggage(random));

      Headers ours = Headers.injected(propagator, context);
      Headers theirs = Headers.injected(api, context);

      assertThat(ours.values()).isEqualTo(theirs.values());
      assertThat(ofTheApi(theirs.baggage(propagator))).isEqualTo(theirs.baggage(api));
      assertThat(ofTheApi(ours.baggage(propagator))).isEqualTo(Baggage.fromContext(context));
    }
  }

  private static Baggage randomBaggage(Random random) {
    BaggageBuilder baggage = Baggage.builder();
    for (int i = random.nextInt(10) + 1; i > 0; i--) {
      StringBuilder value = new StringBuilder("v");
      random.ints(random.nextInt(20), 1, 0xD800).forEach(value::appendCodePoint);
      random.ints(random.nextInt(20), ' ', '~').forEach(value::appendCodePoint);
      BaggageEntryMetadata metadata =
          BaggageEntryMetadata.create(random.nextBoolean() ? "" : "meta" + random.nextInt(9));
      baggage.put("key-" + i, value.toString(), metadata);
    }
    return baggage.build();
  }

  /** Only baggage of one implementation can be equal. */
  private static Baggage ofTheApi(Baggage baggage) {
    return baggage.toBuilder().build();
  }

  private Baggage read(String header) {
    return Headers.of("baggage", header).baggage(propagator);
  }

  private String write(Baggage baggage) {
    return Headers.injected(propagator, Context.root().with(baggage)).get("baggage");
  }
}
