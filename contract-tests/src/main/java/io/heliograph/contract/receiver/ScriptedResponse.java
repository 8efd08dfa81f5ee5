package io.heliograph.contract.receiver;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver does with one request instead of accepting it. Immutable; start from a factory
 * and refine it.
 *
 * @param action what happens after the request
 * @param delay how long the receiver waits before it acts
 * @param httpStatus the status over HTTP, body included; 200 means that the request is accepted
 * @param grpcStatus the status over gRPC; OK means that the request is accepted
 * @param headers headers over HTTP, trailers over gRPC
 * @param body the body of an HTTP answer other than 200; null for the message that OTLP asks for
 * @param retryInfo the delay of a google.rpc.RetryInfo in the gRPC status details, or null
 * @param rejected how many of the request's first spans, points or records are refused
 * @param message the partial success's or the gRPC status's message
 */
public record ScriptedResponse(
    Action action,
    Duration delay,
    int httpStatus,
    Status.Code grpcStatus,
    List<Map.Entry<String, String>> headers,
    @Nullable String body,
    @Nullable Duration retryInfo,
    long rejected,
    String message) {

  /** What happens to a request. */
  public enum Action {
    ANSWER,
    NEVER_ANSWER,
    RESET_MID_REQUEST,
    CLOSE_BEFORE_ANSWER,
    ENDLESS_BODY,
    GARBAGE
  }

  private static final ScriptedResponse OK = of(Action.ANSWER, 200, Status.Code.OK);

  /** Accepts the request. */
  public static ScriptedResponse ok() {
    return OK;
  }

  /** Answers an HTTP status; a gRPC request gets UNAVAILABLE for it. */
  public static ScriptedResponse http(int status) {
    return of(Action.ANSWER, status, status == 200 ? Status.Code.OK : Status.Code.UNAVAILABLE);
  }

  /** Answers a gRPC status; an HTTP request gets 503 for it. */
  public static ScriptedResponse grpc(Status.Code status) {
    return of(Action.ANSWER, status == Status.Code.OK ? 200 : 503, status);
  }

  /** Accepts the request but for its first {@code rejected} spans, points or records. */
  public static ScriptedResponse partialSuccess(long rejected, String message) {
    return new ScriptedResponse(
        Action.ANSWER,
        Duration.ZERO,
        200,
        Status.Code.OK,
        List.of(),
        null,
        null,
        rejected,
        message);
  }

  /** Reads the request and stays silent for as long as the receiver lives. */
  public static ScriptedResponse neverAnswer() {
    return of(Action.NEVER_ANSWER, 0, Status.Code.UNKNOWN);
  }

  /** Resets the TCP connection after the headers of the request. */
  public static ScriptedResponse resetMidRequest() {
    return of(Action.RESET_MID_REQUEST, 0, Status.Code.UNKNOWN);
  }

  /** Reads the request, then closes the TCP connection. */
  public static ScriptedResponse closeBeforeAnswer() {
    return of(Action.CLOSE_BEFORE_ANSWER, 0, Status.Code.UNKNOWN);
  }

  /** Sends a body until the client hangs up over HTTP, a message of 64 MiB over gRPC. */
  public static ScriptedResponse endlessBody() {
    return of(Action.ENDLESS_BODY, 200, Status.Code.OK);
  }

  /** Answers 200 or OK with bytes that are no protobuf message. */
  public static ScriptedResponse garbage() {
    return of(Action.GARBAGE, 200, Status.Code.OK);
  }

  private static ScriptedResponse of(Action action, int httpStatus, Status.Code grpcStatus) {
    return new ScriptedResponse(
        action, Duration.ZERO, httpStatus, grpcStatus, List.of(), null, null, 0, "scripted");
  }

  /** The same after a delay. */
  public ScriptedResponse after(Duration delay) {
    return new ScriptedResponse(
        action, delay, httpStatus, grpcStatus, headers, body, retryInfo, rejected, message);
  }

  /** The same with one header, or gRPC trailer, more. */
  public ScriptedResponse withHeader(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new ScriptedResponse(
        action,
        delay,
        httpStatus,
        grpcStatus,
        List.copyOf(more),
        body,
        retryInfo,
        rejected,
        message);
  }

  /** The same with this body over HTTP. */
  public ScriptedResponse withBody(String body) {
    return new ScriptedResponse(
        action, delay, httpStatus, grpcStatus, headers, body, retryInfo, rejected, message);
  }

  /** The same with a google.rpc.RetryInfo over gRPC. */
  public ScriptedResponse withRetryInfo(Duration delay) {
    return new ScriptedResponse(
        action, this.delay, httpStatus, grpcStatus, headers, body, delay, rejected, message);
  }

  /** Whether a sender may take the request as delivered. */
  boolean accepts() {
    return action == Action.ANSWER && httpStatus == 200;
  }

  /** Whether a sender that gives up early may rightly send the request once more. */
  boolean ambiguous() {
    return !delay.isZero();
  }
}
