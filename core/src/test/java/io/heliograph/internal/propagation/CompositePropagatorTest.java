package io.heliograph.internal.propagation;

import static io.heliograph.internal.propagation.Headers.TRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.Compliance;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompositePropagatorTest {

  private static final String PARENT = "00-" + TRACE_ID + "-" + Headers.SPAN_ID + "-01";
  private static final Context CONTEXT =
      Headers.sampledContext().with(Baggage.builder().put("a", "1").build());

  private final List<Throwable> failures = new ArrayList<>();

  static Stream<Named<Supplier<Throwable>>> throwables() {
    return Stream.of(
        Named.of("RuntimeException", () -> new IllegalStateException("test")),
        Named.of("LinkageError", () -> new NoClassDefFoundError("test")),
        Named.of("StackOverflowError", () -> new StackOverflowError("test")));
  }

  @ParameterizedTest
  @Compliance("Context Propagation > Composite Propagator")
  @MethodSource("throwables")
  void goesOnAfterAPropagatorThatThrows(Supplier<Throwable> throwable) {
    TextMapPropagator throwing = new Throwing(throwable);
    CompositePropagator composite =
        composite(throwing, new TraceContextPropagator(), throwing, new BaggagePropagator());

    Headers written = Headers.injected(composite, CONTEXT);
    Context read = written.extracted(composite);

    assertThat(written.names()).containsExactly("traceparent", "baggage");
    assertThat(Span.fromContext(read).getSpanContext().getTraceId()).isEqualTo(TRACE_ID);
    assertThat(Baggage.fromContext(read).getEntryValue("a")).isEqualTo("1");
    assertThat(composite.fields()).containsExactly("traceparent", "tracestate", "baggage");
    assertThat(failures).hasSize(6).hasOnlyElementsOfType(throwable.get().getClass());
  }

  @ParameterizedTest
  @Compliance("Context Propagation > Setter argument")
  @MethodSource("throwables")
  void goesOnAfterASetterThatThrows(Supplier<Throwable> throwable) {
    Headers headers = new Headers();
    TextMapSetter<Headers> setter =
        (carrier, name, value) -> {
          if (name.equals("traceparent")) {
            throw sneaky(throwable.get());
          }
          carrier.add(name, value);
        };

    composite(new TraceContextPropagator(), new BaggagePropagator())
        .inject(CONTEXT, headers, setter);

    assertThat(headers.names()).containsExactly("baggage");
    assertThat(failures).hasSize(1);
  }

  @ParameterizedTest
  @Compliance("Context Propagation > Getter argument")
  @MethodSource("throwables")
  void goesOnAfterAGetterThatThrows(Supplier<Throwable> throwable) {
    Headers headers = Headers.of("traceparent", PARENT, "baggage", "a=1");
    TextMapGetter<Headers> getter = new ThrowingGetter("traceparent", throwable);

    Context context =
        composite(new TraceContextPropagator(), new BaggagePropagator())
            .extract(Context.root(), headers, getter);

    assertThat(Span.fromContext(context).getSpanContext().isValid()).isFalse();
    assertThat(Baggage.fromContext(context).getEntryValue("a")).isEqualTo("1");
    assertThat(failures).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void swallowsAFailureOfTheHook(Supplier<Throwable> throwable) {
    CompositePropagator composite =
        new CompositePropagator(
            List.of(new Throwing(throwable), new BaggagePropagator()),
            failure -> {
              throw sneaky(throwable.get());
            });

    assertThat(Headers.injected(composite, CONTEXT).names()).containsExactly("baggage");
  }

  @Test
  void survivesEndlessRecursionInAGetter() {
    TextMapGetter<Headers> getter =
        new ThrowingGetter("traceparent", () -> new IllegalStateException()) {
          @Override
          public String get(Headers headers, String name) {
            return name.equals("traceparent") ? get(headers, name) + "x" : super.get(headers, name);
          }
        };

    Context context =
        composite(new TraceContextPropagator(), new BaggagePropagator())
            .extract(Context.root(), Headers.of("baggage", "a=1"), getter);

    assertThat(Baggage.fromContext(context).getEntryValue("a")).isEqualTo("1");
    assertThat(failures).hasSize(1).hasOnlyElementsOfType(StackOverflowError.class);
  }

  @Test
  void toleratesMissingArguments() {
    CompositePropagator composite =
        composite(new TraceContextPropagator(), new JaegerPropagator(), new OtTracePropagator());
    Headers.AllValues getter = new Headers.AllValues();

    composite.inject(null, new Headers(), Headers::add);
    composite.inject(CONTEXT, new Headers(), null);

    assertThat(composite.extract(null, new Headers(), getter)).isSameAs(Context.root());
    assertThat(composite.extract(CONTEXT, new Headers(), null)).isSameAs(CONTEXT);
    assertThat(composite.extract(CONTEXT, null, getter)).isSameAs(CONTEXT);
  }

  @Test
  void keepsTheContextWhenAPropagatorAnswersNull() {
    TextMapPropagator nullish =
        new Throwing(IllegalStateException::new) {
          @Override
          public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
            return null;
          }
        };

    assertThat(new Headers().extracted(composite(nullish))).isSameAs(Context.root());
  }

  @Test
  @Compliance("Context Propagation > Composite Propagator")
  void letsTheLastValidParentWin() {
    String other = "1".repeat(32);
    Headers headers = Headers.of("traceparent", PARENT, "b3", other + "-" + "2".repeat(16) + "-1");

    assertThat(
            headers
                .parent(composite(new TraceContextPropagator(), B3Propagator.single()))
                .getTraceId())
        .isEqualTo(other);
    assertThat(
            Headers.of("traceparent", PARENT, "b3", "junk")
                .parent(composite(new TraceContextPropagator(), B3Propagator.single()))
                .getTraceId())
        .isEqualTo(TRACE_ID);
  }

  private CompositePropagator composite(TextMapPropagator... propagators) {
    return new CompositePropagator(List.of(propagators), failures::add);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable throwable) throws T {
    throw (T) throwable;
  }

  private static class Throwing implements TextMapPropagator {
    private final Supplier<Throwable> throwable;

    Throwing(Supplier<Throwable> throwable) {
      this.throwable = throwable;
    }

    @Override
    public Collection<String> fields() {
      throw sneaky(throwable.get());
    }

    @Override
    public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
      throw sneaky(throwable.get());
    }

    @Override
    public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
      throw sneaky(throwable.get());
    }
  }

  /** Throws for one name. */
  private static class ThrowingGetter implements MultiValueGetter<Headers> {
    private final Headers.AllValues delegate = new Headers.AllValues();
    private final String name;
    private final Supplier<Throwable> throwable;

    ThrowingGetter(String name, Supplier<Throwable> throwable) {
      this.name = name;
      this.throwable = throwable;
    }

    @Override
    public Iterable<String> keys(Headers headers) {
      return delegate.keys(headers);
    }

    @Override
    public String get(Headers headers, String name) {
      if (name.equals(this.name)) {
        throw sneaky(throwable.get());
      }
      return delegate.get(headers, name);
    }

    @Override
    public Iterator<String> getAll(Headers headers, String name) {
      String first = get(headers, name);
      return first == null ? List.<String>of().iterator() : List.of(first).iterator();
    }
  }
}
