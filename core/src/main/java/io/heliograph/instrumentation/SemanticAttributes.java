package io.heliograph.instrumentation;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The attributes of OpenTelemetry's semantic conventions that are recorded here; all are stable but
 * for those of connection pools, which have no stable ones.
 */
final class SemanticAttributes {

  static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  static final AttributeKey<String> CLIENT_ADDRESS = stringKey("client.address");
  static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  static final AttributeKey<String> NETWORK_PEER_ADDRESS = stringKey("network.peer.address");
  static final AttributeKey<Long> NETWORK_PEER_PORT = longKey("network.peer.port");
  static final AttributeKey<String> NETWORK_PROTOCOL_VERSION =
      stringKey("network.protocol.version");

  static final AttributeKey<String> HTTP_REQUEST_METHOD = stringKey("http.request.method");
  static final AttributeKey<String> HTTP_REQUEST_METHOD_ORIGINAL =
      stringKey("http.request.method_original");
  static final AttributeKey<Long> HTTP_REQUEST_RESEND_COUNT = longKey("http.request.resend_count");
  static final AttributeKey<Long> HTTP_RESPONSE_STATUS_CODE = longKey("http.response.status_code");
  static final AttributeKey<String> HTTP_ROUTE = stringKey("http.route");
  static final AttributeKey<String> URL_FULL = stringKey("url.full");
  static final AttributeKey<String> URL_PATH = stringKey("url.path");
  static final AttributeKey<String> URL_QUERY = stringKey("url.query");
  static final AttributeKey<String> URL_SCHEME = stringKey("url.scheme");
  static final AttributeKey<String> URL_TEMPLATE = stringKey("url.template");
  static final AttributeKey<String> USER_AGENT_ORIGINAL = stringKey("user_agent.original");

  static final AttributeKey<String> DB_SYSTEM_NAME = stringKey("db.system.name");
  static final AttributeKey<String> DB_NAMESPACE = stringKey("db.namespace");
  static final AttributeKey<String> DB_OPERATION_NAME = stringKey("db.operation.name");
  static final AttributeKey<Long> DB_OPERATION_BATCH_SIZE = longKey("db.operation.batch.size");
  static final AttributeKey<String> DB_QUERY_SUMMARY = stringKey("db.query.summary");
  static final AttributeKey<String> DB_QUERY_TEXT = stringKey("db.query.text");
  static final AttributeKey<String> DB_RESPONSE_STATUS_CODE = stringKey("db.response.status_code");

  static final AttributeKey<String> DB_CLIENT_CONNECTION_POOL_NAME =
      stringKey("db.client.connection.pool.name");
  static final AttributeKey<String> DB_CLIENT_CONNECTION_STATE =
      stringKey("db.client.connection.state");

  static final AttributeKey<String> CODE_FUNCTION_NAME = stringKey("code.function.name");

  private SemanticAttributes() {}
}
