package io.heliograph.internal.http2;

import io.heliograph.internal.hpack.HeaderList;
import java.nio.ByteBuffer;

/**
 * Takes what comes back on a stream, until it has ended or failed. Headers and data come in order
 * from one thread; a failure may come from any.
 */
public interface StreamListener {

  /** A header block: informational, the answer's own, or the last one, its trailers. */
  void onHeaders(HeaderList headers, boolean endStream);

  /**
   * A part of the answer's body.
   *
   * @param data valid during the call only
   */
  void onData(ByteBuffer data, boolean endStream);

  /** Nothing more will come. */
  void onFailure(StreamFailure failure);
}
