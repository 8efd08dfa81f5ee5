package io.heliograph.contract.receiver;

/** How an OTLP request came in. */
public enum Protocol {
  GRPC,
  HTTP_PROTOBUF,
  HTTP_JSON
}
