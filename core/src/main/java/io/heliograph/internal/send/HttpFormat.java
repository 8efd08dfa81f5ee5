package io.heliograph.internal.send;

import io.heliograph.internal.otlp.ExportResponse;
import io.heliograph.internal.otlp.MalformedMessage;
import io.heliograph.internal.otlp.RpcStatus;
import java.nio.charset.StandardCharsets;

/** What requests over HTTP hold and what their answers mean. */
public enum HttpFormat {
  OTLP_PROTOBUF("application/x-protobuf") {
    @Override
    ExportResponse response(byte[] body) throws MalformedMessage {
      return ExportResponse.protobuf(body);
    }

    @Override
    String failure(byte[] body) throws MalformedMessage {
      return RpcStatus.protobuf(body).message();
    }
  },
  OTLP_JSON("application/json") {
    @Override
    ExportResponse response(byte[] body) throws MalformedMessage {
      return ExportResponse.json(body);
    }

    @Override
    String failure(byte[] body) throws MalformedMessage {
      return RpcStatus.json(body).message();
    }
  },
  /** Answers mean nothing beyond their status. */
  ZIPKIN_JSON("application/json") {
    @Override
    ExportResponse response(byte[] body) {
      return ExportResponse.FULL_SUCCESS;
    }

    @Override
    String failure(byte[] body) {
      return new String(body, StandardCharsets.UTF_8);
    }
  };

  private final String contentType;

  HttpFormat(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** Reads the body of a success. */
  abstract ExportResponse response(byte[] body) throws MalformedMessage;

  /** Reads what the body of a failure says. */
  abstract String failure(byte[] body) throws MalformedMessage;
}
