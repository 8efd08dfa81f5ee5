package io.heliograph.internal.otlp;

import io.heliograph.export.HistogramPoint;

/** A histogram's point that lets the encoder at its numbers. */
public interface SeriesHistogram extends SeriesPoint, HistogramPoint {

  /** Where the encoder keeps the boundaries; the points of one stream share it. */
  KeptBytes boundaryBytes();

  /** The buckets' counts, not to be changed. */
  long[] counts();
}
