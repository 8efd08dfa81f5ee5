package io.heliograph.internal.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderValuesTest {

  private final Headers headers = Headers.of("a", "1", "b", "2", "A", "3");

  @Test
  void readsEveryValueOfAMultiValueGetter() {
    assertThat(HeaderValues.of(headers, new Headers.AllValues(), "a"))
        .toIterable()
        .containsExactly("1", "3");
  }

  @Test
  void readsTheValueOfAPlainGetter() {
    assertThat(HeaderValues.of(headers, new Headers.Joining(), "a"))
        .toIterable()
        .containsExactly("1,3");
    assertThat(HeaderValues.of(headers, new Headers.Joining(), "c")).isExhausted();
  }

  @Test
  void readsThroughTheApisGetAllWhereTheApiHasIt() {
    boolean apiHasGetAll =
        Arrays.stream(TextMapGetter.class.getMethods())
            .anyMatch(method -> method.getName().equals("getAll"));

    assertThat(HeaderValues.of(headers, new NewerApiGetter(), "a"))
        .toIterable()
        .isEqualTo(apiHasGetAll ? List.of("1", "3") : List.of("1"));
  }

  @Test
  void readsNothingWhereGetAllAnswersNull() {
    TextMapGetter<Headers> getter =
        new NewerApiGetter() {
          @Override
          public Iterator<String> getAll(Headers headers, String name) {
            return null;
          }

          @Override
          public String get(Headers headers, String name) {
            return null;
          }
        };

    assertThat(HeaderValues.of(headers, getter, "a")).isExhausted();
  }

  /** Gives the getter the bridge method that a compilation against API 1.50 or later would. */
  private interface GetAll<C> {
    Iterator<String> getAll(C carrier, String name);
  }

  /** As an instrumentation compiled against API 1.50 or later has it: it knows nothing of ours. */
  private static class NewerApiGetter implements TextMapGetter<Headers>, GetAll<Headers> {
    @Override
    public Iterable<String> keys(Headers headers) {
      return headers.names();
    }

    @Override
    public String get(Headers headers, String name) {
      return headers.get(name);
    }

    @Override
    public Iterator<String> getAll(Headers headers, String name) {
      return headers.all(name).iterator();
    }
  }
}
