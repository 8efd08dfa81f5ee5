package io.heliograph.internal.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** HTTP-like headers: case does not matter in names, one name may come several times. */
final class Headers {

  static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  static final String SPAN_ID = "00f067aa0ba902b7";

  private final List<String[]> headers = new ArrayList<>();

  static Headers of(String... namesAndValues) {
    Headers headers = new Headers();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  /** What the propagator writes for the context. */
  static Headers injected(TextMapPropagator propagator, Context context) {
    Headers headers = new Headers();
    propagator.inject(context, headers, Headers::add);
    return headers;
  }

  static Context contextOf(TraceFlags flags, TraceState state) {
    return Context.root().with(Span.wrap(SpanContext.create(TRACE_ID, SPAN_ID, flags, state)));
  }

  static Context sampledContext() {
    return contextOf(TraceFlags.getSampled(), TraceState.getDefault());
  }

  /** What the propagator reads out of these headers, told apart by {@code getAll}. */
  Context extracted(TextMapPropagator propagator) {
    return propagator.extract(Context.root(), this, new AllValues());
  }

  SpanContext parent(TextMapPropagator propagator) {
    return Span.fromContext(extracted(propagator)).getSpanContext();
  }

  Baggage baggage(TextMapPropagator propagator) {
    return Baggage.fromContext(extracted(propagator));
  }

  void add(String name, String value) {
    headers.add(new String[] {name, value});
  }

  List<String> all(String name) {
    return headers.stream().filter(h -> h[0].equalsIgnoreCase(name)).map(h -> h[1]).toList();
  }

  String get(String name) {
    return all(name).stream().findFirst().orElse(null);
  }

  List<String> names() {
    return headers.stream().map(h -> h[0]).toList();
  }

  List<String> values() {
    return headers.stream().map(h -> h[1]).toList();
  }

  /** As a framework's own request type would be read. */
  static final class AllValues implements MultiValueGetter<Headers> {
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

  /** As a carrier behaves that knows no repeated names: RFC 9110 joins their values. */
  static final class Joining implements TextMapGetter<Headers> {
    @Override
    public Iterable<String> keys(Headers headers) {
      return headers.names();
    }

    @Override
    public String get(Headers headers, String name) {
      List<String> values = headers.all(name);
      return values.isEmpty() ? null : String.join(",", values);
    }
  }
}
