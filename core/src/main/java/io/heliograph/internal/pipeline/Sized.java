package io.heliograph.internal.pipeline;

/** What knows roughly how much heap it holds. */
public interface Sized {

  /**
   * Estimates its bytes; the same whenever it is asked after it was queued, because the queue
   * reserves and releases by it.
   *
   * <p>Exactness is not needed; that a megabyte of text counts as a megabyte is.
   */
  int estimatedBytes();

  /** The size of an item that may or may not know it. */
  static int of(Object item) {
    return item instanceof Sized sized ? sized.estimatedBytes() : 0;
  }
}
