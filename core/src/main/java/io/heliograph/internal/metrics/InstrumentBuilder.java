package io.heliograph.internal.metrics;

import io.heliograph.pipeline.AdvisedInstrument;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all instrument builders have in common. Not thread-safe.
 *
 * @param <B> the API's builder, which the subclass is
 */
abstract class InstrumentBuilder<B> implements AdvisedInstrument {

  final InstrumentDraft draft;

  InstrumentBuilder(InstrumentDraft draft) {
    this.draft = draft;
  }

  public final B setDescription(@Nullable String description) {
    draft.description = description == null ? "" : description;
    return self();
  }

  public final B setUnit(@Nullable String unit) {
    draft.unit(unit);
    return self();
  }

  @Override
  public final void adviseAttributes(List<AttributeKey<?>> keys) {
    draft.adviseAttributes(keys);
  }

  @SuppressWarnings("unchecked") // Every subclass is its own B.
  private B self() {
    return (B) this;
  }
}
