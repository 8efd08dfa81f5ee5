package io.heliograph.benchmarks;

import java.io.ByteArrayOutputStream;

/** Lets its bytes be read without a copy. */
final class Buffer extends ByteArrayOutputStream {

  private static final int INITIAL = 1024 * 1024;

  Buffer() {
    super(INITIAL);
  }

  byte[] array() {
    return buf;
  }
}
