package io.heliograph.internal.otlp;

import org.jspecify.annotations.Nullable;

/**
 * The protobuf form of something that stays the same from request to request, once it was encoded.
 * Thread-safe: who races encodes the same.
 */
public final class KeptBytes {

  volatile byte @Nullable [] bytes;
}
