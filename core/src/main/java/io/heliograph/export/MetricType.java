package io.heliograph.export;

/** The kinds of points that a metric has. */
public enum MetricType {
  /** The last value; its points are {@link NumberPoint}s. */
  GAUGE,
  /** A sum; its points are {@link NumberPoint}s. */
  SUM,
  /** Counts by fixed boundaries; its points are {@link HistogramPoint}s. */
  HISTOGRAM,
  /** Counts by boundaries that grow by powers; its points are {@link ExponentialPoint}s. */
  EXPONENTIAL_HISTOGRAM
}
