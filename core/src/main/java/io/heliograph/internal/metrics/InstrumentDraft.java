package io.heliograph.internal.metrics;

import io.heliograph.pipeline.Aggregation;
import io.heliograph.pipeline.InstrumentKind;
import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An instrument that is being described. Not thread-safe. */
final class InstrumentDraft {

  private final EngineMeter meter;
  private final String name;
  private boolean isLong;
  String description = "";
  private String unit = "";
  private @Nullable List<Double> boundaries;
  private @Nullable Set<String> attributes;

  InstrumentDraft(EngineMeter meter, String name, boolean isLong) {
    this.meter = meter;
    this.name = name;
    this.isLong = isLong;
  }

  InstrumentDraft ofLongs() {
    isLong = true;
    return this;
  }

  InstrumentDraft ofDoubles() {
    isLong = false;
    return this;
  }

  /** A unit outside the syntax is left out. */
  void unit(@Nullable String unit) {
    if (unit != null && InstrumentNames.isValidUnit(unit)) {
      this.unit = unit;
    } else {
      meter.warn(
          "unit", "the unit of instrument '" + name + "' is not ASCII of up to 63 characters");
    }
  }

  /** Boundaries that make no histogram are left out. */
  void adviseBoundaries(@Nullable List<? extends Number> advised) {
    try {
      List<Double> doubles =
          Objects.requireNonNull(advised).stream().map(Number::doubleValue).toList();
      boundaries = new Aggregation.ExplicitHistogram(doubles, true).boundaries();
    } catch (RuntimeException unusable) {
      meter.warn(
          "advice", "the advised bucket boundaries of instrument '" + name + "' are unusable");
    }
  }

  void adviseAttributes(List<AttributeKey<?>> keys) {
    attributes = keys.stream().map(AttributeKey::getKey).collect(Collectors.toUnmodifiableSet());
  }

  Recorder recorder(InstrumentKind kind) {
    return meter.recorder(descriptor(kind));
  }

  Observer observer(InstrumentKind kind) {
    return meter.observer(descriptor(kind));
  }

  private Descriptor descriptor(InstrumentKind kind) {
    return new Descriptor(name, kind, isLong, unit, description, boundaries, attributes);
  }
}
