package io.heliograph.internal.scrape;

import io.heliograph.export.Exemplar;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** What follows a sample to say which trace it comes from. */
final class ExemplarText {

  /** OpenMetrics' limit of all names and values together, in characters. */
  private static final int MAX_CHARACTERS = 128;

  private static final String TRACE_ID = "trace_id";
  private static final String SPAN_ID = "span_id";

  private ExemplarText() {}

  /** The latest one whose value fits, since a sample has place for one; null if none does. */
  static @Nullable Exemplar latest(List<Exemplar> exemplars, DoublePredicate fits) {
    return exemplars.stream()
        .filter(exemplar -> fits.test(exemplar.value().doubleValue()))
        .max(Comparator.comparingLong(Exemplar::epochNanos))
        .orElse(null);
  }

  static void append(Exemplar exemplar, StringBuilder out) {
    out.append(" # {").append(LabelSet.text(labels(exemplar))).append("} ");
    out.append(Numbers.text(exemplar.value())).append(' ');
    out.append(Numbers.seconds(exemplar.epochNanos()));
  }

  /** The ids, then as many attributes as there is place for. */
  private static Map<String, String> labels(Exemplar exemplar) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (exemplar.spanContext().isValid()) {
      labels.put(TRACE_ID, exemplar.spanContext().getTraceId());
      labels.put(SPAN_ID, exemplar.spanContext().getSpanId());
    }
    int used = 0;
    for (Map.Entry<String, String> id : labels.entrySet()) {
      used += characters(id);
    }
    Map<String, String> attributes = new LabelSet().addAll(exemplar.filteredAttributes()).merged();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      boolean fits = used + characters(attribute) <= MAX_CHARACTERS;
      if (fits && labels.putIfAbsent(attribute.getKey(), attribute.getValue()) == null) {
        used += characters(attribute);
      }
    }
    return labels;
  }

  private static int characters(Map.Entry<String, String> label) {
    String value = label.getValue();
    return label.getKey().length() + value.codePointCount(0, value.length());
  }
}
