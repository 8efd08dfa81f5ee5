package io.heliograph.contract;

import io.heliograph.contract.receiver.OtlpReceiver;
import java.util.Map;

/** The configuration that a contract application runs with. */
public final class ContractSettings {

  static final String CAPTURED_REQUEST_HEADER = "x-contract-request";
  static final String CAPTURED_RESPONSE_HEADER = "x-contract-response";
  static final String SERVICE_NAME = "contract";

  private ContractSettings() {}

  /** Properties by key, for whichever way the framework takes them. */
  public static Map<String, String> properties(OtlpReceiver receiver) {
    return Map.of(
        "heliograph.service.name",
        SERVICE_NAME,
        "heliograph.exporter.otlp.endpoint",
        receiver.httpEndpoint(),
        "heliograph.exporter.otlp.protocol",
        "http/protobuf",
        "heliograph.bsp.schedule.delay",
        "100",
        "heliograph.metric.export.interval",
        "200",
        "heliograph.blrp.schedule.delay",
        "100",
        "heliograph.http.server.excluded-paths",
        ContractEndpoint.HEALTH.route() + "/**",
        "heliograph.http.server.captured-request-headers",
        CAPTURED_REQUEST_HEADER,
        "heliograph.http.server.captured-response-headers",
        CAPTURED_RESPONSE_HEADER);
  }
}
