package io.heliograph.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class HeaderGetterTest {

  private final HeaderGetter<FakeRequest> getter = new HeaderGetter<>(new FakeServerAdapter());
  private final FakeRequest request = new FakeRequest();

  @Test
  void joinsRepeatedHeaders() {
    request.header("baggage", "a=1", "b=2");

    assertThat(getter.get(request, "Baggage")).isEqualTo("a=1,b=2");
    assertThat(getter.getAll(request, "baggage")).toIterable().containsExactly("a=1,b=2");
  }

  @Test
  void passesASingleHeaderOnAsItIs() {
    request.header("baggage", "x".repeat(100_000));

    assertThat(getter.get(request, "baggage")).isSameAs(request.headers("baggage").get(0));
  }

  @Test
  void joinsThousandsOfHeadersOnlyWithinBoundsAndCutsNone() {
    request.headers.put("baggage", Collections.nCopies(10_000, "key=value"));

    String joined = getter.get(request, "baggage");

    assertThat(joined).hasSizeBetween(8192 - 10, 8192).endsWith(",key=value");
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(getter.get(request, "baggage")).isNull();
    assertThat(getter.getAll(request, "baggage")).toIterable().isEmpty();
    assertThat(getter.get(null, "baggage")).isNull();
    assertThat(getter.keys(request)).containsExactly("host");
  }
}
