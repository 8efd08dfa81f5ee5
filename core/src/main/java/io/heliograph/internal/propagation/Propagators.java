package io.heliograph.internal.propagation;

import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one propagator out of the names of {@code OTEL_PROPAGATORS}.
 *
 * <pre>{@code
 * TextMapPropagator propagator =
 *     Propagators.of(List.of("tracecontext", "baggage"), failures::count, Map.of());
 * }</pre>
 */
public final class Propagators {

  private static final String NONE = "none";
  private static final List<String> BUILT_IN =
      List.of(
          "tracecontext", "baggage", "b3", "b3multi", "jaeger", "xray", "ottrace", "opencensus");

  private Propagators() {}

  /**
   * Returns a propagator that runs the named ones in order and never throws.
   *
   * <p>Thread-safe. See "Environment Variable Specification", OTEL_PROPAGATORS.
   *
   * @param names any of the built-in names or of {@code extra}; repeated ones count once. {@code
   *     none} stands alone; an empty list is the same
   * @param onFailure told of each failure inside a propagator, a getter or a setter, on the thread
   *     that propagates
   * @param extra further propagators by name; one of a built-in name replaces it
   * @throws IllegalArgumentException if a name is unknown, or {@code none} stands with others; the
   *     message lists the allowed names
   */
  public static TextMapPropagator of(
      List<String> names, Consumer<Throwable> onFailure, Map<String, TextMapPropagator> extra) {
    Set<String> wanted = new LinkedHashSet<>(names);
    if (wanted.equals(Set.of(NONE)) || wanted.isEmpty()) {
      return TextMapPropagator.noop();
    }
    List<TextMapPropagator> propagators = new ArrayList<>(wanted.size());
    for (String name : wanted) {
      TextMapPropagator propagator = extra.containsKey(name) ? extra.get(name) : builtIn(name);
      if (propagator == null) {
        throw new IllegalArgumentException(problem(name, extra.keySet()));
      }
      propagators.add(propagator);
    }
    return new CompositePropagator(propagators, onFailure);
  }

  private static String problem(String name, Set<String> extra) {
    Set<String> known = new LinkedHashSet<>(BUILT_IN);
    known.addAll(extra);
    return (NONE.equals(name) ? "none cannot stand with others" : "unknown propagator " + name)
        + "; allowed are "
        + String.join(", ", known)
        + ", or "
        + NONE
        + " alone";
  }

  /** Made when named: each format has classes of its own, and most programs use two. */
  private static @Nullable TextMapPropagator builtIn(String name) {
    return switch (name) {
      case "tracecontext" -> new TraceContextPropagator();
      case "baggage" -> new BaggagePropagator();
      case "b3" -> B3Propagator.single();
      case "b3multi" -> B3Propagator.multi();
      case "jaeger" -> new JaegerPropagator();
      case "xray" -> new XrayPropagator();
      case "ottrace" -> new OtTracePropagator();
      case "opencensus" -> new OpenCensusPropagator();
      default -> null;
    };
  }
}
