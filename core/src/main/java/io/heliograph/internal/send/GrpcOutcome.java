package io.heliograph.internal.send;

import org.jspecify.annotations.Nullable;

/**
 * The end of a call.
 *
 * @param description as the receiver sent it, or ours; may be empty
 * @param details a {@code google.rpc.Status}, null without one
 * @param message of a successful call, null if none came
 * @param answered whether the receiver itself has answered
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record GrpcOutcome(
    GrpcCode code,
    String description,
    byte @Nullable [] details,
    byte @Nullable [] message,
    boolean answered) {

  /** An end that no answer tells. */
  static GrpcOutcome unanswered(GrpcCode code, String description) {
    return new GrpcOutcome(code, description, null, null, false);
  }

  /** An answer that is none of gRPC's, or one that we do not take. */
  static GrpcOutcome refused(GrpcCode code, String description) {
    return new GrpcOutcome(code, description, null, null, true);
  }
}
