package io.heliograph.internal.trace;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.export.ReadableSpan;
import io.heliograph.pipeline.ReadWriteSpan;
import io.heliograph.pipeline.SpanProcessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans with more attributes than a glance finds: around each size at which the store grows. */
class ManyAttributesTest {

  private static final int LIMIT = 128;

  private final List<Attributes> seenAtStart = new ArrayList<>();
  private final Engine engine = new Engine(builder -> builder.spanProcessor(watching()));

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 300})
  void eachNameIsKeptOnceInItsPlaceWithItsLastValue(int names) {
    for (int round = 0; round < 2; round++) { // The second span has room from the start.
      Span span = engine.tracer.spanBuilder("many").startSpan();
      for (int i = 0; i < names; i++) {
        span.setAttribute("name." + i, "first");
      }
      for (int i = 0; i < Math.min(names, LIMIT); i++) {
        span.setAttribute(longKey("name." + i), (long) i);
      }
      span.end();
    }
    int kept = Math.min(names, LIMIT);
    assertThat(engine.spans())
        .hasSize(2)
        .allSatisfy(span -> assertThat(names(span)).isEqualTo(expected(kept)))
        .allSatisfy(
            span ->
                span.attributes()
                    .forEach((key, value) -> assertThat("name." + value).isEqualTo(key.getKey())))
        .allSatisfy(span -> assertThat(span.droppedAttributes()).isEqualTo(names - kept));
  }

  @Test
  void namesOfTheSameHashAreToldApart() {
    Span span = engine.tracer.spanBuilder("colliding").startSpan();
    List<String> colliding =
        IntStream.range(0, 64)
            .mapToObj(i -> "%6s".formatted(Integer.toBinaryString(i)).replace(' ', '0'))
            .map(bits -> bits.replace("0", "Aa").replace("1", "BB"))
            .toList();
    assertThat(colliding.stream().mapToInt(String::hashCode).distinct()).hasSize(1);
    colliding.forEach(name -> span.setAttribute(name, "first"));
    colliding.forEach(name -> span.setAttribute(name, name));
    span.end();
    Attributes attributes = engine.onlySpan().attributes();
    assertThat(attributes.size()).isEqualTo(64);
    attributes.forEach((key, value) -> assertThat(value).isEqualTo(key.getKey()));
  }

  @Test
  void whatSomebodyLookedAtDoesNotChange() {
    var builder = engine.tracer.spanBuilder("looked at");
    IntStream.range(0, 40).forEach(i -> builder.setAttribute("name." + i, "first"));
    Span span = builder.startSpan();
    IntStream.range(0, 80).forEach(i -> span.setAttribute("name." + i, "second"));
    span.end();
    assertThat(seenAtStart).hasSize(1);
    assertThat(seenAtStart.get(0).size()).isEqualTo(40);
    seenAtStart.get(0).forEach((key, value) -> assertThat(value).isEqualTo("first"));
    Attributes last = engine.onlySpan().attributes();
    assertThat(last.size()).isEqualTo(80);
    assertThat(last.get(stringKey("name.39"))).isEqualTo("second");
  }

  private static List<String> names(ReadableSpan span) {
    List<String> names = new ArrayList<>();
    span.attributes().forEach((key, value) -> names.add(((AttributeKey<?>) key).getKey()));
    return names;
  }

  private static List<String> expected(int names) {
    return IntStream.range(0, names).mapToObj(i -> "name." + i).toList();
  }

  private SpanProcessor watching() {
    return new SpanProcessor() {
      @Override
      public void onStart(Context parent, ReadWriteSpan span) {
        seenAtStart.add(span.attributes());
      }
    };
  }
}
