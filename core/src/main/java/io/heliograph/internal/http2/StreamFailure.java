package io.heliograph.internal.http2;

import org.jspecify.annotations.Nullable;

/**
 * Why a stream has no answer.
 *
 * @param reset what the receiver reset the stream with; null if the connection was lost, or there
 *     never was one
 * @param reason for people; may hold what the receiver wrote
 */
public record StreamFailure(@Nullable ErrorCode reset, String reason) {

  static StreamFailure connection(String reason) {
    return new StreamFailure(null, reason);
  }
}
