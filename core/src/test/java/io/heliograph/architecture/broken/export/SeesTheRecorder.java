package io.heliograph.architecture.broken.export;

import io.heliograph.architecture.broken.internal.trace.Recorder;

/** Breaks: export looks up into the trace engine. */
class SeesTheRecorder {
  Recorder recorder;
}
