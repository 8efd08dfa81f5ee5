package io.heliograph.contract.receiver;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.time.Duration;

/** Encodes google.rpc.Status by field number: two messages do not need a code generator. */
final class RpcStatus {

  private static final int CODE = 1;
  private static final int MESSAGE = 2;
  private static final int DETAILS = 3;
  private static final int RETRY_DELAY = 1;

  private RpcStatus() {}

  static byte[] encode(int code, String message) {
    return fields(code, message).build().toByteArray();
  }

  /** With a google.rpc.RetryInfo among the details. */
  static byte[] encode(int code, String message, Duration retryDelay) {
    ByteString delay =
        com.google.protobuf.Duration.newBuilder()
            .setSeconds(retryDelay.getSeconds())
            .setNanos(retryDelay.getNano())
            .build()
            .toByteString();
    Any retryInfo =
        Any.newBuilder()
            .setTypeUrl("type.googleapis.com/google.rpc.RetryInfo")
            .setValue(
                UnknownFieldSet.newBuilder()
                    .addField(RETRY_DELAY, bytes(delay))
                    .build()
                    .toByteString())
            .build();
    return fields(code, message)
        .addField(DETAILS, bytes(retryInfo.toByteString()))
        .build()
        .toByteArray();
  }

  private static UnknownFieldSet.Builder fields(int code, String message) {
    return UnknownFieldSet.newBuilder()
        .addField(CODE, Field.newBuilder().addVarint(code).build())
        .addField(MESSAGE, bytes(ByteString.copyFromUtf8(message)));
  }

  private static Field bytes(ByteString value) {
    return Field.newBuilder().addLengthDelimited(value).build();
  }
}
