package io.heliograph.internal.pipeline;

import java.util.concurrent.CompletableFuture;

/** The beginning of a signal's pipeline, as far as its end is concerned. Thread-safe. */
public interface Recorder {

  /** From here on nothing new is recorded. Idempotent. */
  void stopRecording();

  /** Completes when all that was recorded left its processors, false if some was lost. */
  CompletableFuture<Boolean> flush();

  /** Closes all processors; call once, after {@link #stopRecording}. */
  void closeProcessors();
}
