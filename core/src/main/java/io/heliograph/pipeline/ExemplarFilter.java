package io.heliograph.pipeline;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Locale;

/**
 * Which measurements may become exemplars.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#exemplarfilter">ExemplarFilter</a>
 */
public enum ExemplarFilter {
  /** All. */
  ALWAYS_ON {
    @Override
    public boolean admits(Context context) {
      return true;
    }
  },
  /** None. */
  ALWAYS_OFF {
    @Override
    public boolean admits(Context context) {
      return false;
    }
  },
  /** Those taken inside a sampled span. */
  TRACE_BASED {
    // There is nothing in the root context, and to see that it is the one costs less than a look.
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean admits(Context context) {
      return context != Context.root() && Span.fromContext(context).getSpanContext().isSampled();
    }
  };

  /** Whether a measurement taken in this context may become an exemplar. */
  public abstract boolean admits(Context context);

  /** As configuration writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
