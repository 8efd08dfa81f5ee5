package io.heliograph.internal.otlp;

import io.heliograph.export.InstrumentationScope;
import io.heliograph.export.ReadableSpan;
import io.heliograph.export.Resource;
import io.heliograph.export.SpanEvent;
import io.heliograph.export.SpanLink;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Spans of every shape, the same ones for the same seed. */
final class RandomSpans {

  private static final String[] ALPHABET = {
    "a", "Z", "7", " ", "é", "€", "語", "😀", "\"", "\\", "\n"
  };

  private final Random random;
  private final List<Resource> resources;
  private final List<InstrumentationScope> scopes;

  RandomSpans(long seed) {
    random = new Random(seed);
    resources = list(2, () -> new Resource(attributes(), random.nextBoolean() ? null : text()));
    scopes =
        list(
            3,
            () ->
                new InstrumentationScope(
                    text(),
                    random.nextBoolean() ? null : text(),
                    random.nextBoolean() ? null : text(),
                    attributes()));
  }

  List<ReadableSpan> batch(int size) {
    return list(size, this::span);
  }

  private ReadableSpan span() {
    return new TestSpan(
        context(random.nextBoolean()),
        random.nextBoolean() ? SpanContext.getInvalid() : context(random.nextBoolean()),
        text(),
        SpanKind.values()[random.nextInt(5)],
        random.nextLong(Long.MAX_VALUE),
        random.nextLong(Long.MAX_VALUE),
        attributes(),
        list(random.nextInt(4), () -> new SpanEvent(text(), time(), attributes(), count())),
        list(random.nextInt(4), () -> new SpanLink(context(random.nextBoolean()), attributes(), 3)),
        StatusCode.values()[random.nextInt(3)],
        text(),
        count(),
        count(),
        count(),
        scopes.get(random.nextInt(3)),
        resources.get(random.nextInt(2)));
  }

  private SpanContext context(boolean remote) {
    String traceId = "%016x%016x".formatted(random.nextLong(), random.nextLong() | 1);
    String spanId = "%016x".formatted(random.nextLong() | 1);
    TraceFlags flags = TraceFlags.fromByte((byte) random.nextInt(256));
    TraceState state =
        random.nextBoolean()
            ? TraceState.getDefault()
            : TraceState.builder().put("a", "1").put("vendor", "x:y").build();
    return remote
        ? SpanContext.createFromRemoteParent(traceId, spanId, flags, state)
        : SpanContext.create(traceId, spanId, flags, state);
  }

  private Attributes attributes() {
    AttributesBuilder builder = Attributes.builder();
    for (int i = random.nextInt(8); i > 0; i--) {
      String key = "k" + text() + i;
      switch (random.nextInt(8)) {
        case 0 -> builder.put(key, text());
        case 1 -> builder.put(key, random.nextLong());
        case 2 -> builder.put(key, random.nextBoolean());
        case 3 -> builder.put(key, random.nextGaussian());
        case 4 -> builder.put(AttributeKey.stringArrayKey(key), list(count(), this::text));
        case 5 -> builder.put(AttributeKey.longArrayKey(key), list(count(), random::nextLong));
        case 6 -> builder.put(AttributeKey.booleanArrayKey(key), list(2, random::nextBoolean));
        default -> builder.put(AttributeKey.doubleArrayKey(key), list(20, random::nextDouble));
      }
    }
    return builder.build();
  }

  private long time() {
    return random.nextLong(Long.MAX_VALUE);
  }

  private int count() {
    return random.nextInt(3);
  }

  /** Mostly short; sometimes long enough for two and three bytes of length. */
  private String text() {
    int length = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(90);
    StringBuilder text = new StringBuilder();
    boolean ascii = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET[random.nextInt(ascii ? 4 : ALPHABET.length)]);
    }
    return text.toString();
  }

  private static <E> List<E> list(int size, Supplier<E> element) {
    List<E> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }
}
