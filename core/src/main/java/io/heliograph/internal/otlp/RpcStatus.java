package io.heliograph.internal.otlp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code google.rpc.Status}, which receivers explain failures with.
 *
 * @param message for developers, may be empty
 * @param retryDelay what its RetryInfo asks to wait, null without one
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#failures">Failures</a>
 */
public record RpcStatus(String message, @Nullable Duration retryDelay) {

  private static final int MESSAGE = 2;
  private static final int DETAILS = 3;

  private static final int TYPE_URL = 1;
  private static final int VALUE = 2;
  private static final String RETRY_INFO = "/google.rpc.RetryInfo";

  private static final int RETRY_DELAY = 1;
  private static final int SECONDS = 1;
  private static final int NANOS = 2;

  /** Reads the protobuf form. */
  public static RpcStatus protobuf(byte[] bytes) throws MalformedMessage {
    ProtoReader status = new ProtoReader(bytes);
    String message = "";
    Duration retryDelay = null;
    for (int field = status.next(); field != 0; field = status.next()) {
      switch (field) {
        case MESSAGE -> message = status.string();
        case DETAILS -> retryDelay = first(retryDelay, retryInfo(status.message()));
        default -> status.skip();
      }
    }
    return new RpcStatus(message, retryDelay);
  }

  /** Reads the message of the JSON form. */
  public static RpcStatus json(byte[] bytes) throws MalformedMessage {
    Map<?, ?> status = JsonReader.object(new String(bytes, StandardCharsets.UTF_8));
    return new RpcStatus(status.get("message") instanceof String text ? text : "", null);
  }

  private static @Nullable Duration first(@Nullable Duration first, @Nullable Duration second) {
    return first != null ? first : second;
  }

  private static @Nullable Duration retryInfo(ProtoReader any) throws MalformedMessage {
    String type = "";
    ProtoReader value = null;
    for (int field = any.next(); field != 0; field = any.next()) {
      switch (field) {
        case TYPE_URL -> type = any.string();
        case VALUE -> value = any.message();
        default -> any.skip();
      }
    }
    return type.endsWith(RETRY_INFO) ? retryDelay(value) : null;
  }

  /** A RetryInfo without a delay still says that a retry is welcome. */
  private static Duration retryDelay(@Nullable ProtoReader info) throws MalformedMessage {
    Duration delay = Duration.ZERO;
    if (info != null) {
      for (int field = info.next(); field != 0; field = info.next()) {
        if (field == RETRY_DELAY) {
          delay = duration(info.message());
        } else {
          info.skip();
        }
      }
    }
    return delay;
  }

  private static Duration duration(ProtoReader duration) throws MalformedMessage {
    long seconds = 0;
    long nanos = 0;
    for (int field = duration.next(); field != 0; field = duration.next()) {
      switch (field) {
        case SECONDS -> seconds = duration.varint();
        case NANOS -> nanos = duration.varint();
        default -> duration.skip();
      }
    }
    return seconds < 0 || nanos < 0
        ? Duration.ZERO
        : Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE), Math.min(nanos, 999_999_999));
  }
}
