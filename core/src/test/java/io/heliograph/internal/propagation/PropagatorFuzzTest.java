package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded random carriers and contexts: nothing throws, and what is read or written is valid. */
class PropagatorFuzzTest {

  private static final int ROUNDS = 20_000;
  private static final String ALPHABET =
      "0123456789abcdef01-:;,=%+ \t\r\n\"\\@?dRoAZ\u00e9\u20ac\uD83D\0";
  private static final String[] SEEDS = {
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
    "foo=1,bar@baz=2, x=3",
    "k=v;p=1,k2=%C3%A9",
    "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-d-0000000000000001",
    "4bf92f3577b34da6a3ce929d0e0e4736",
    "00f067aa0ba902b7",
    "4bf92f3577b34da6a3ce929d0e0e4736%3A00f067aa0ba902b7:0:1",
    "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=1",
    "AABL+S81d7NNpqPOkp0ODkc2AQDwZ6oLqQK3AgE",
    "true",
  };

  private final List<Throwable> failures = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tracecontext",
        "baggage",
        "b3",
        "b3multi",
        "jaeger",
        "xray",
        "ottrace",
        "opencensus",
      })
  void readsAValidContextOrNone(String name) {
    TextMapPropagator propagator = Propagators.of(List.of(name), failures::add, Map.of());
    Random random = new Random(name.hashCode());
    int parents = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Context context = randomHeaders(propagator, random).extracted(propagator);

      assertThat(failures).isEmpty();
      SpanContext parent = Span.fromContext(context).getSpanContext();
      if (Span.fromContextOrNull(context) != null) {
        parents++;
        assertThat(parent.isValid() && parent.isRemote()).isTrue();
      }
      assertValid(Baggage.fromContext(context));
      assertSafe(Headers.injected(propagator, context));
    }
    // Baggage names no parent; all others must get through often enough to prove something.
    assertThat(parents >= ROUNDS / 1_000).isEqualTo(!name.equals("baggage"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tracecontext",
        "baggage",
        "b3",
        "b3multi",
        "jaeger",
        "xray",
        "ottrace",
        "opencensus",
      })
  void neverWritesALineBreak(String name) {
    TextMapPropagator propagator = Propagators.of(List.of(name), failures::add, Map.of());
    Random random = new Random(name.hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      BaggageBuilder baggage = Baggage.builder().put("k\r\nX-Evil: 1", "v").put("k", "v\r\nX: y");
      baggage.put(noise(random), noise(random), BaggageEntryMetadata.create(noise(random)));

      assertSafe(Headers.injected(propagator, Headers.sampledContext().with(baggage.build())));
      assertThat(failures).isEmpty();
    }
  }

  private static Headers randomHeaders(TextMapPropagator propagator, Random random) {
    List<String> names = new ArrayList<>(propagator.fields());
    names.addAll(List.of("b3", "uberctx-" + noise(random), "ot-baggage-k", "jaeger-baggage"));
    Headers headers = new Headers();
    for (String name : names) {
      for (int i = random.nextInt(8) == 0 ? 2 : 1; i > 0; i--) {
        headers.add(name, mutated(SEEDS[random.nextInt(SEEDS.length)], random));
      }
    }
    return headers;
  }

  private static String mutated(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, noise(random));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      noise.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return noise.toString();
  }

  private static void assertValid(Baggage baggage) {
    assertThat(baggage.size()).isLessThanOrEqualTo(64);
    baggage.forEach(
        (key, entry) -> {
          assertThat(Ascii.isToken(key, 0, key.length())).isTrue();
          assertThat(entry.getMetadata().getValue()).matches("[\t -~]*");
        });
  }

  private static void assertSafe(Headers headers) {
    for (String name : headers.names()) {
      assertThat(Ascii.isToken(name, 0, name.length())).as(name).isTrue();
    }
    for (String value : headers.values()) {
      assertThat(value).matches("[\t -~]{0,8192}");
    }
  }
}
