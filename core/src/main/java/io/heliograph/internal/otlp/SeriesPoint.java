package io.heliograph.internal.otlp;

import io.heliograph.export.MetricPoint;

/** A point of a series that comes again with the same attributes. */
public interface SeriesPoint extends MetricPoint {

  /** Where the encoder keeps the attributes; the points of one series share it. */
  KeptBytes attributeBytes();
}
