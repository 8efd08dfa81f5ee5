package io.heliograph.pipeline;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes the metric stream of the instruments that it selects; what is not set stays as it is.
 * Immutable.
 *
 * <pre>{@code
 * View.of(InstrumentSelector.named("http.server.request.duration"))
 *     .keepingAttributes(Set.of("http.route"))
 *     .withAggregation(Aggregation.exponentialHistogram())
 * }</pre>
 *
 * <p>Attributes that a view removes may still be seen on exemplars.
 *
 * @param included attribute keys to keep, null for all
 * @param excluded attribute keys to remove, also of those included
 * @param cardinalityLimit the most series of the stream, the one for overflow included
 * @see <a href="https://opentelemetry.io/docs/specs/otel/metrics/sdk/#view">View</a>
 */
public record View(
    InstrumentSelector selector,
    @Nullable String name,
    @Nullable String description,
    @Nullable Set<String> included,
    Set<String> excluded,
    Aggregation aggregation,
    @Nullable Integer cardinalityLimit,
    @Nullable ExemplarSampling exemplars) {

  /** Copies the sets and checks that a new name goes to one instrument name only. */
  public View {
    if (name != null && !selector.selectsOneName()) {
      throw new IllegalArgumentException(
          "a view that renames to '" + name + "' must select one instrument name, no wildcard");
    }
    if (cardinalityLimit != null && cardinalityLimit < 1) {
      throw new IllegalArgumentException("cardinality limit must be positive: " + cardinalityLimit);
    }
    included = included == null ? null : Set.copyOf(included);
    excluded = Set.copyOf(excluded);
  }

  /** A view that changes nothing yet. */
  public static View of(InstrumentSelector selector) {
    return new View(selector, null, null, null, Set.of(), Aggregation.defaults(), null, null);
  }

  /** The same under another name. */
  public View withName(String name) {
    return new View(
        selector, name, description, included, excluded, aggregation, cardinalityLimit, exemplars);
  }

  /** The same with another description. */
  public View withDescription(String description) {
    return new View(
        selector, name, description, included, excluded, aggregation, cardinalityLimit, exemplars);
  }

  /** The same with only these attributes. */
  public View keepingAttributes(Set<String> included) {
    return new View(
        selector, name, description, included, excluded, aggregation, cardinalityLimit, exemplars);
  }

  /** The same without these attributes. */
  public View removingAttributes(Set<String> excluded) {
    return new View(
        selector, name, description, included, excluded, aggregation, cardinalityLimit, exemplars);
  }

  /** The same, aggregated in another way. */
  public View withAggregation(Aggregation aggregation) {
    return new View(
        selector, name, description, included, excluded, aggregation, cardinalityLimit, exemplars);
  }

  /** The same with another bound of its series. */
  public View withCardinalityLimit(int cardinalityLimit) {
    return new View(
        selector, name, description, included, excluded, aggregation, cardinalityLimit, exemplars);
  }

  /** The same with another exemplar reservoir. */
  public View withExemplars(ExemplarSampling exemplars) {
    return new View(
        selector, name, description, included, excluded, aggregation, cardinalityLimit, exemplars);
  }
}
