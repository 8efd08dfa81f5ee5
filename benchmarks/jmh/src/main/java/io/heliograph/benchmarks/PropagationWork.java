package io.heliograph.benchmarks;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configured propagators, which are those for trace context and baggage on both sides. */
final class PropagationWork {

  private static final String TRACE_PARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        @SuppressWarnings("deprecation") // No default in the API that most applications have.
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };

  private PropagationWork() {}

  private static TextMapPropagator propagator(Engine engine) {
    return engine.api().getPropagators().getTextMapPropagator();
  }

  /** Reads headers into a context. */
  static final class Extract extends EngineWork {

    private final TextMapPropagator propagator;
    private final Map<String, String> headers;

    private Extract(Engine engine, Map<String, String> headers) {
      super(engine);
      this.propagator = propagator(engine);
      this.headers = headers;
    }

    static Extract traceParent(Engine engine) {
      return new Extract(engine, Map.of("traceparent", TRACE_PARENT));
    }

    static Extract baggage(Engine engine) {
      return new Extract(
          engine,
          Map.of(
              "traceparent",
              TRACE_PARENT,
              "baggage",
              "userId=alice,serverNode=DF%2028,isProduction=false"));
    }

    @Override
    public Object run() {
      return propagator.extract(Context.root(), headers, GETTER);
    }

    @Override
    public String text(Object result) {
      Context context = (Context) result;
      return describe(Span.fromContext(context).getSpanContext())
          + new TreeMap<>(Baggage.fromContext(context).asMap())
              .entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + entry.getValue().getValue())
                  .toList();
    }
  }

  /** Writes the context of a span of the engine's own into headers. */
  static final class Inject extends EngineWork {

    private static final String ANY_SPAN_ID = "-[0-9a-f]{16}-";

    private final TextMapPropagator propagator;
    private final Context context;
    private final Map<String, String> headers = new HashMap<>();

    Inject(Engine engine) {
      super(engine);
      this.propagator = propagator(engine);
      Context parent = Context.root().with(Span.wrap(SpanWork.REMOTE));
      this.context =
          parent.with(
              engine
                  .api()
                  .getTracer(SpanWork.SCOPE)
                  .spanBuilder("call")
                  .setParent(parent)
                  .startSpan());
    }

    @Override
    public Object run() {
      propagator.inject(context, headers, PropagationWork::put);
      return headers;
    }

    @Override
    public String text(Object result) {
      return new TreeMap<>(headers).toString().replaceFirst(ANY_SPAN_ID, "-(span)-");
    }
  }

  private static String describe(SpanContext context) {
    return context.getTraceId()
        + context.getSpanId()
        + context.getTraceFlags()
        + context.getTraceState()
        + context.isRemote();
  }

  private static void put(@Nullable Map<String, String> carrier, String key, String value) {
    if (carrier != null) {
      carrier.put(key, value);
    }
  }
}
