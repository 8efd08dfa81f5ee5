package io.heliograph.pipeline;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * An instrument builder that also takes advice on attributes, for which the OpenTelemetry API has
 * no stable method yet. Every instrument builder of Heliograph is one.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/metrics/api/#instrument-advisory-parameters">Advisory
 *     parameters</a>
 */
public interface AdvisedInstrument {

  /** Keeps only these attributes unless a view says what to keep; call it before building. */
  void adviseAttributes(List<AttributeKey<?>> keys);
}
