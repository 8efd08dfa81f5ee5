package io.heliograph.contract.receiver;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** A signal of OTLP: its HTTP path, its gRPC service and its messages. */
// Default instances of protobuf messages are immutable, which error-prone cannot know.
@SuppressWarnings("ImmutableEnumChecker")
public enum Signal {
  TRACES(
      "/v1/traces",
      "opentelemetry.proto.collector.trace.v1.TraceService",
      ExportTraceServiceRequest.getDefaultInstance(),
      ExportTraceServiceResponse.getDefaultInstance()),
  METRICS(
      "/v1/metrics",
      "opentelemetry.proto.collector.metrics.v1.MetricsService",
      ExportMetricsServiceRequest.getDefaultInstance(),
      ExportMetricsServiceResponse.getDefaultInstance()),
  LOGS(
      "/v1/logs",
      "opentelemetry.proto.collector.logs.v1.LogsService",
      ExportLogsServiceRequest.getDefaultInstance(),
      ExportLogsServiceResponse.getDefaultInstance());

  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED = 1;
  private static final int ERROR_MESSAGE = 2;

  private final String httpPath;
  private final String grpcService;
  private final Message request;
  private final Message response;

  Signal(String httpPath, String grpcService, Message request, Message response) {
    this.httpPath = httpPath;
    this.grpcService = grpcService;
    this.request = request;
    this.response = response;
  }

  /** The path below the base endpoint, with its leading slash. */
  public String httpPath() {
    return httpPath;
  }

  /** The full name of the gRPC service, whose one method is {@code Export}. */
  public String grpcService() {
    return grpcService;
  }

  Message parse(byte[] body) throws InvalidProtocolBufferException {
    return request.getParserForType().parseFrom(body);
  }

  Message.Builder newRequest() {
    return request.newBuilderForType();
  }

  Message success() {
    return response;
  }

  /** The three responses number their partial success alike, so one builder serves all. */
  Message partialSuccess(long rejected, String errorMessage) {
    Message.Builder builder = response.newBuilderForType();
    FieldDescriptor field = builder.getDescriptorForType().findFieldByNumber(PARTIAL_SUCCESS);
    Message.Builder partial = builder.newBuilderForField(field);
    partial.setField(partial.getDescriptorForType().findFieldByNumber(REJECTED), rejected);
    partial.setField(partial.getDescriptorForType().findFieldByNumber(ERROR_MESSAGE), errorMessage);
    return builder.setField(field, partial.build()).build();
  }
}
