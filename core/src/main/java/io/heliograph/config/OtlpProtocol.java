package io.heliograph.config;

/** How OTLP travels; section "Protocol" of the OTLP exporter specification. */
public enum OtlpProtocol {
  GRPC("grpc"),
  HTTP_PROTOBUF("http/protobuf"),
  HTTP_JSON("http/json");

  private final String text;

  OtlpProtocol(String text) {
    this.text = text;
  }

  /** As configuration spells it. */
  @Override
  public String toString() {
    return text;
  }
}
