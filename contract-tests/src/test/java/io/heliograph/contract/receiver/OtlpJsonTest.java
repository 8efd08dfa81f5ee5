package io.heliograph.contract.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpJsonTest {

  static final String WELL_FORMED =
      """
      {"resourceSpans":[{
        "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
        "scopeSpans":[{"scope":{"name":"scope"},"spans":[{
          "traceId":"5b8efff798038103d269b633813fc60c",
          "spanId":"EEE19B7EC3C1B174",
          "name":"GET",
          "kind":2,
          "startTimeUnixNano":"1544712660000000000",
          "endTimeUnixNano":"1544712661000000000",
          "droppedAttributesCount":1,
          "attributes":[
            {"key":"int","value":{"intValue":"7"}},
            {"key":"bool","value":{"boolValue":true}},
            {"key":"bytes","value":{"bytesValue":"AQI="}},
            {"key":"double","value":{"doubleValue":1.5}}]
        }]}]}]}
      """;

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name":"GET"                               | "name":"GET","colour":1     | colour is not a field
          "traceId"                                  | "trace_id"                  | trace_id is not a field
          "5b8efff798038103d269b633813fc60c"         | "W47/95gDgQPSabYzgT/GDA=="  | traceId is malformed
          "kind":2                                   | "kind":"SPAN_KIND_SERVER"   | kind must be a number
          "kind":2                                   | "kind":77                   | kind has no value 77
          "1544712660000000000"                      | 1544712660000000000         | startTimeUnixNano must be a string
          {"intValue":"7"}                           | {"intValue":7}              | intValue must be a string
          "droppedAttributesCount":1                 | "droppedAttributesCount":"1"| must be a number
          {"boolValue":true}                         | {"boolValue":"true"}        | must be a boolean
          "name":"GET"                               | "name":{}                   | name must be a plain value
          {"name":"scope"}                           | []                          | scope must be an object
          [{"key":"service.name","value":{"stringValue":"shop"}}] | {"key":"service.name"} | must be an array
          "AQI="                                     | "§"                         | bytesValue is malformed
          {"resourceSpans"                           | {"resourceSpans             | not JSON
          """)
  void refusesWhatOtlpJsonDoesNotAllow(String part, String spoiled, String violation)
      throws Exception {
    assertThat(WELL_FORMED).contains(part);

    int status = Sender.sendJson(receiver, WELL_FORMED.replace(part, spoiled)).statusCode();

    assertThat(status).isEqualTo(400);
    List<String> violations = receiver.takeViolations();
    assertThat(violations).singleElement().asString().contains(violation);
    assertThat(receiver.spans()).isEmpty();
  }
}
