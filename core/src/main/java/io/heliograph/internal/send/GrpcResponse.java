package io.heliograph.internal.send;

import io.heliograph.internal.hpack.HeaderList;
import io.heliograph.internal.http2.StreamFailure;
import io.heliograph.internal.http2.StreamListener;
import io.heliograph.internal.net.ResponseTooLarge;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of a unary call; what comes after its end is ignored by whoever takes it.
 *
 * @see <a
 *     href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#responses">Responses</a>
 */
final class GrpcResponse implements StreamListener {

  private final Consumer<GrpcOutcome> done;
  private final GrpcMessage message;
  private boolean begun;
  private boolean gzip;

  /**
   * @param done may be told more than one end, of which the first counts
   */
  GrpcResponse(int maxBytes, Consumer<GrpcOutcome> done) {
    this.message = new GrpcMessage(maxBytes);
    this.done = done;
  }

  @Override
  public void onHeaders(HeaderList headers, boolean endStream) {
    if (headers.isTooLarge()) {
      refuse(GrpcCode.INTERNAL, "answer with too large headers");
    } else if (endStream) {
      end(headers);
    } else if (!isInformational(headers)) {
      begin(headers);
    }
  }

  private static boolean isInformational(HeaderList headers) {
    String status = headers.first(":status");
    return status != null && status.startsWith("1");
  }

  private void begin(HeaderList headers) {
    String status = headers.first(":status");
    String contentType = headers.first("content-type");
    if (begun) {
      refuse(GrpcCode.INTERNAL, "headers after headers");
    } else if (!"200".equals(status)) {
      refuse(GrpcCode.ofHttp(status), "HTTP status " + status);
    } else if (!isGrpc(contentType)) {
      refuse(GrpcCode.UNKNOWN, "not gRPC: content type " + contentType);
    }
    begun = true;
    gzip = "gzip".equals(headers.first("grpc-encoding"));
  }

  private static boolean isGrpc(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return type.matches("application/grpc([+;].*)?");
  }

  @Override
  public void onData(ByteBuffer data, boolean endStream) {
    if (!begun) {
      refuse(GrpcCode.INTERNAL, "data before headers");
      return;
    }
    try {
      message.add(data);
    } catch (IOException invalid) {
      refuse(invalid);
    }
    if (endStream) {
      refuse(GrpcCode.UNKNOWN, "no grpc-status");
    }
  }

  private void end(HeaderList trailers) {
    try {
      done.accept(GrpcTrailers.read(trailers, message.read(gzip)));
    } catch (IOException invalid) {
      refuse(invalid);
    }
  }

  private void refuse(IOException invalid) {
    boolean tooLarge = invalid instanceof ResponseTooLarge;
    refuse(
        tooLarge ? GrpcCode.RESOURCE_EXHAUSTED : GrpcCode.INTERNAL,
        String.valueOf(invalid.getMessage()));
  }

  private void refuse(GrpcCode code, String reason) {
    done.accept(GrpcOutcome.refused(code, reason));
  }

  @Override
  public void onFailure(StreamFailure failure) {
    done.accept(GrpcOutcome.unanswered(GrpcCode.ofReset(failure.reset()), failure.reason()));
  }
}
