package io.heliograph.internal.send;

import io.heliograph.internal.http2.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, by number.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/statuscodes.md">Status codes</a>
 */
enum GrpcCode {
  OK,
  CANCELLED,
  UNKNOWN,
  INVALID_ARGUMENT,
  DEADLINE_EXCEEDED,
  NOT_FOUND,
  ALREADY_EXISTS,
  PERMISSION_DENIED,
  RESOURCE_EXHAUSTED,
  FAILED_PRECONDITION,
  ABORTED,
  OUT_OF_RANGE,
  UNIMPLEMENTED,
  INTERNAL,
  UNAVAILABLE,
  DATA_LOSS,
  UNAUTHENTICATED;

  private static final GrpcCode[] BY_NUMBER = values();

  /** Of a {@code grpc-status}; UNKNOWN for what is none. */
  static GrpcCode ofStatus(String number) {
    try {
      int index = Integer.parseInt(number);
      return index >= 0 && index < BY_NUMBER.length ? BY_NUMBER[index] : UNKNOWN;
    } catch (NumberFormatException garbage) {
      return UNKNOWN;
    }
  }

  /**
   * Of an answer that is not gRPC's, such as a proxy's.
   *
   * @see <a
   *     href="https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md">Mapping</a>
   */
  static GrpcCode ofHttp(@Nullable String status) {
    return switch (status == null ? "" : status) {
      case "400" -> INTERNAL;
      case "401" -> UNAUTHENTICATED;
      case "403" -> PERMISSION_DENIED;
      case "404" -> UNIMPLEMENTED;
      case "429", "502", "503", "504" -> UNAVAILABLE;
      default -> UNKNOWN;
    };
  }

  /**
   * Of a reset stream, null of a lost connection.
   *
   * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#errors">Errors</a>
   */
  static GrpcCode ofReset(@Nullable ErrorCode reset) {
    if (reset == null) {
      return UNAVAILABLE;
    }
    return switch (reset) {
      case REFUSED_STREAM, STREAM_CLOSED -> UNAVAILABLE;
      case CANCEL -> CANCELLED;
      case ENHANCE_YOUR_CALM -> RESOURCE_EXHAUSTED;
      case INADEQUATE_SECURITY -> PERMISSION_DENIED;
      case HTTP_1_1_REQUIRED -> UNKNOWN;
      default -> INTERNAL;
    };
  }
}
