package io.heliograph.internal.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A receiver's answer to an export request; the same for every signal.
 *
 * @param rejected items it did not take
 * @param message why, or a warning if none was rejected; empty if it said nothing
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#partial-success">Partial success</a>
 */
public record ExportResponse(long rejected, String message) {

  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED = 1;
  private static final int MESSAGE = 2;

  /** Everything was taken, and nothing more was said. */
  public static final ExportResponse FULL_SUCCESS = new ExportResponse(0, "");

  /** Reads an Export…ServiceResponse. */
  public static ExportResponse protobuf(byte[] bytes) throws MalformedMessage {
    ProtoReader response = new ProtoReader(bytes);
    ExportResponse answer = FULL_SUCCESS;
    for (int field = response.next(); field != 0; field = response.next()) {
      if (field == PARTIAL_SUCCESS) {
        answer = partialSuccess(response.message());
      } else {
        response.skip();
      }
    }
    return answer;
  }

  private static ExportResponse partialSuccess(ProtoReader partial) throws MalformedMessage {
    long rejected = 0;
    String message = "";
    for (int field = partial.next(); field != 0; field = partial.next()) {
      switch (field) {
        case REJECTED -> rejected = partial.varint();
        case MESSAGE -> message = partial.string();
        default -> partial.skip();
      }
    }
    return new ExportResponse(Math.max(0, rejected), message);
  }

  /** Reads the same as JSON; an empty body is a full success too. */
  public static ExportResponse json(byte[] bytes) throws MalformedMessage {
    if (bytes.length == 0) {
      return FULL_SUCCESS;
    }
    Map<?, ?> response = JsonReader.object(new String(bytes, StandardCharsets.UTF_8));
    Object partial = response.get("partialSuccess");
    if (partial == null) {
      return FULL_SUCCESS;
    }
    if (!(partial instanceof Map<?, ?> members)) {
      throw new MalformedMessage("partialSuccess is not an object");
    }
    long rejected = 0;
    String message = "";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = String.valueOf(member.getKey());
      String value = String.valueOf(member.getValue());
      if (name.startsWith("rejected")) { // Spans, LogRecords, DataPoints
        rejected = number(value);
      } else if (name.equals("errorMessage")) {
        message = value;
      }
    }
    return new ExportResponse(Math.max(0, rejected), message);
  }

  private static long number(String text) throws MalformedMessage {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new MalformedMessage("a count that is no number");
    }
  }
}
