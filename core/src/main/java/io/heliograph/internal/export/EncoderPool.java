package io.heliograph.internal.export;

import io.heliograph.internal.otlp.Encoder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/** Encoders with their buffers, of which each request in flight holds one. */
final class EncoderPool<T> {

  private static final int KEPT = 8;

  /** A burst's big buffers must not stay for ever. */
  private static final int KEPT_BYTES = 1024 * 1024;

  private final Supplier<Encoder<T>> factory;
  private final ArrayBlockingQueue<Encoder<T>> idle = new ArrayBlockingQueue<>(KEPT);

  EncoderPool(Supplier<Encoder<T>> factory) {
    this.factory = factory;
  }

  Encoder<T> take() {
    Encoder<T> encoder = idle.poll();
    return encoder != null ? encoder : factory.get();
  }

  void release(Encoder<T> encoder) {
    encoder.trim(KEPT_BYTES);
    idle.offer(encoder);
  }
}
