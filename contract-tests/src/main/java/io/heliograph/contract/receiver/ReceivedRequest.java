package io.heliograph.contract.receiver;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed OTLP request, whatever it was answered.
 *
 * @param headers header or metadata values by lower-case name; binary metadata is left out
 * @param contentType the Content-Type header; {@code application/grpc} for gRPC
 * @param contentEncoding {@code gzip} or {@code identity}
 * @param byteSize bytes of the body on the wire; for gRPC of the message after decompression
 * @param message the decoded request
 */
public record ReceivedRequest(
    Protocol protocol,
    Signal signal,
    Map<String, List<String>> headers,
    String contentType,
    String contentEncoding,
    int byteSize,
    Message message) {

  /** The first value of a header, its name in lower case, or null. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** The message of a {@link Signal#TRACES} request; throws ClassCastException for others. */
  public ExportTraceServiceRequest traces() {
    return (ExportTraceServiceRequest) message;
  }

  /** The message of a {@link Signal#METRICS} request; throws ClassCastException for others. */
  public ExportMetricsServiceRequest metrics() {
    return (ExportMetricsServiceRequest) message;
  }

  /** The message of a {@link Signal#LOGS} request; throws ClassCastException for others. */
  public ExportLogsServiceRequest logs() {
    return (ExportLogsServiceRequest) message;
  }
}
