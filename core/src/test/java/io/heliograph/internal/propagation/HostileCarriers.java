package io.heliograph.internal.propagation;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Carriers that an attacker would send, large enough to hurt a reader that copies before it counts.
 */
final class HostileCarriers {

  private static final int SIZE = 64 * 1024;
  private static final String PARENT = "00-" + Headers.TRACE_ID + "-" + Headers.SPAN_ID + "-01";

  private HostileCarriers() {}

  static Stream<Arguments> all() {
    return Stream.of(baggage(), tracestate(), traceparent(), b3(), prefixed(), single())
        .flatMap(rows -> rows);
  }

  /** To compare with: what most requests carry. */
  static Carrier ordinaryRequest() {
    Carrier carrier = carrier("traceparent", List.of(PARENT));
    carrier.headers().put("tracestate", List.of("ot=th:8,rojo=00f067aa0ba902b7"));
    carrier.headers().put("baggage", List.of("user=42,tenant=blue%20sky"));
    return carrier;
  }

  private static Stream<Arguments> baggage() {
    TextMapPropagator propagator = new BaggagePropagator();
    return lists("k%d=v%d", "k;;=%%zz%d")
        .map(
            list ->
                argumentSet(
                    "baggage " + list.name(), propagator, carrier("baggage", list.values())));
  }

  private static Stream<Arguments> tracestate() {
    TextMapPropagator propagator = new TraceContextPropagator();
    return lists("k%d=v%d", "K=%d=")
        .map(
            list -> {
              Carrier carrier = carrier("tracestate", list.values());
              carrier.headers().put("traceparent", List.of(PARENT));
              return argumentSet("tracestate " + list.name(), propagator, carrier);
            });
  }

  private static Stream<Arguments> traceparent() {
    TextMapPropagator propagator = new TraceContextPropagator();
    List<String> later = List.of("cc" + PARENT.substring(2) + "-" + "x".repeat(SIZE));
    return Stream.concat(
        Stream.of(argumentSet("traceparent long", propagator, carrier("traceparent", later))),
        lists(PARENT, "-%d")
            .map(
                list ->
                    argumentSet(
                        "traceparent " + list.name(),
                        propagator,
                        carrier("traceparent", list.values()))));
  }

  private static Stream<Arguments> b3() {
    String ids = Headers.TRACE_ID + "-" + Headers.SPAN_ID + "-1-";
    return Stream.of("b3", "X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled", "X-B3-Flags")
        .flatMap(
            name ->
                Stream.of(ids, "-", "a", ",", "1-d-")
                    .map(
                        part -> {
                          Carrier carrier = carrier("X-B3-TraceId", List.of(Headers.TRACE_ID));
                          carrier.headers().put("X-B3-SpanId", List.of(Headers.SPAN_ID));
                          carrier.headers().put(name, List.of(filled(part)));
                          return argumentSet(name + " of " + part, B3Propagator.single(), carrier);
                        }));
  }

  private static Stream<Arguments> prefixed() {
    Carrier carrier = carrier("uber-trace-id", List.of("1:1:0:1"));
    carrier.headers().put("ot-tracer-traceid", List.of("1"));
    carrier.headers().put("ot-tracer-spanid", List.of("1"));
    carrier.headers().put("jaeger-baggage", List.of(filled("k=%41,;")));
    for (int i = 0; i < 1_000; i++) {
      carrier.headers().put("uberctx-" + i, List.of("%C3%A9".repeat(i)));
      carrier.headers().put("ot-baggage-" + i, List.of("v".repeat(i)));
    }
    return Stream.of(
        argumentSet("jaeger with 1,000 headers", new JaegerPropagator(), carrier),
        argumentSet("ottrace with 1,000 headers", new OtTracePropagator(), carrier));
  }

  private static Stream<Arguments> single() {
    return Stream.of(
            new JaegerPropagator(),
            new XrayPropagator(),
            new OtTracePropagator(),
            new OpenCensusPropagator())
        .flatMap(
            propagator ->
                Stream.of("1:1:0:1", ":", "%3A", "+", "Root=1-", ";", "=;", "a", "AA", ",")
                    .map(
                        part ->
                            argumentSet(
                                propagator.getClass().getSimpleName() + " of " + part,
                                propagator,
                                everyField(propagator, filled(part)))));
  }

  private static Carrier everyField(TextMapPropagator propagator, String value) {
    Carrier carrier = new Carrier(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    propagator.fields().forEach(field -> carrier.headers().put(field, List.of(value)));
    return carrier;
  }

  private record NamedList(String name, List<String> values) {}

  private static Stream<NamedList> lists(String valid, String malformed) {
    return Stream.of(
        new NamedList("in 1,000 headers", thousand(valid)),
        new NamedList("in 1,000 malformed headers", thousand(malformed)),
        new NamedList("joined", List.of(String.join(",", thousand(valid)))),
        new NamedList("malformed and joined", List.of(String.join(",", thousand(malformed)))),
        new NamedList("of commas", List.of(filled(","))),
        new NamedList("of spaces", List.of(filled(" "))),
        new NamedList("of equals signs", List.of(filled("="))),
        new NamedList("of percent signs", List.of("a=" + filled("%"))),
        new NamedList("of one member", List.of("a=" + filled("v"))),
        new NamedList("of escapes", List.of("a=" + filled("%41"))),
        new NamedList("of repeated keys", List.of(filled("a=1,"))),
        new NamedList("of large members", numbered(32, "a=" + "v".repeat(250))),
        new NamedList("of escaped members", numbered(64, "=" + "%C3%A9".repeat(20))),
        new NamedList("of metadata", numbered(64, "=" + "v".repeat(60) + ";" + "m".repeat(55))));
  }

  /** Valid to the last byte, and of the text that costs a JVM most: one wide character in each. */
  static Stream<Arguments> fullBaggage() {
    TextMapPropagator propagator = new BaggagePropagator();
    return Stream.of(
            numbered(64, "=" + "v".repeat(115) + "%C3%A9"),
            numbered(64, "=" + "v".repeat(112) + "%E2%82%AC"),
            List.of("k=" + "v".repeat(8_181) + "%E2%82%AC"))
        .map(
            values ->
                argumentSet(values.size() + " members", propagator, carrier("baggage", values)));
  }

  private static List<String> numbered(int count, String member) {
    return IntStream.range(0, count).mapToObj(i -> "k" + i + member).toList();
  }

  private static List<String> thousand(String pattern) {
    return IntStream.range(0, 1_000).mapToObj(i -> pattern.formatted(i, i)).toList();
  }

  private static String filled(String part) {
    return part.repeat(SIZE / part.length());
  }

  private static Carrier carrier(String name, List<String> values) {
    Carrier carrier = new Carrier(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    carrier.headers().put(name, values);
    return carrier;
  }

  /** Holds its headers ready, so that reading them allocates nothing but an iterator. */
  record Carrier(Map<String, List<String>> headers) {}

  static final class Getter implements MultiValueGetter<Carrier> {
    @Override
    public Iterable<String> keys(Carrier carrier) {
      return carrier.headers().keySet();
    }

    @Override
    public String get(Carrier carrier, String name) {
      List<String> values = carrier.headers().get(name);
      return values == null ? null : values.get(0);
    }

    @Override
    public Iterator<String> getAll(Carrier carrier, String name) {
      return carrier.headers().getOrDefault(name, List.of()).iterator();
    }
  }
}
