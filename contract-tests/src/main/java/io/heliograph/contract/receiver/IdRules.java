package io.heliograph.contract.receiver;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * What the rules of all signals have in common: conditions, and ids of a fixed length, not zero.
 */
abstract class IdRules {

  static final int TRACE_ID_BYTES = 16;
  static final int SPAN_ID_BYTES = 8;

  private final List<String> violations;

  IdRules(List<String> violations) {
    this.violations = violations;
  }

  final void checkId(String what, ByteString id, int length) {
    require(id.size() == length, what + " has " + id.size() + " bytes, not " + length);
    require(!id.equals(ByteString.copyFrom(new byte[id.size()])), what + " is all zero");
  }

  final void require(boolean condition, String violation) {
    if (!condition) {
      violations.add(violation);
    }
  }
}
