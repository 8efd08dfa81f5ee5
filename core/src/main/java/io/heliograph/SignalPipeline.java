package io.heliograph;

import io.heliograph.internal.pipeline.Destinations;
import io.heliograph.internal.pipeline.Recorder;

/** One signal from its API to its destinations. */
record SignalPipeline(Recorder recorder, Destinations<?> destinations) {}
