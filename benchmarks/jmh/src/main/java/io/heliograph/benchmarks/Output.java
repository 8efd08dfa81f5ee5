package io.heliograph.benchmarks;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a piece of work, so that both sides can be compared before they are timed.
 *
 * @param returned as text, empty if it was exported
 * @param sent all items, without ids and times, in an order of their own
 */
record Output(String returned, List<Message> sent) {

  private static final int RUNS = 3;

  private static final Comparator<Message> ANY_ORDER =
      Comparator.comparing(Message::toByteString, ByteString.unsignedLexicographicalComparator());

  /** Fails unless both sides come to the same. */
  static void requireSame(Row row) {
    requireSame(row.method, of(row, Works.OURS), of(row, Works.OFFICIAL));
  }

  /** Fails unless both have come to the same, and to something. */
  static void requireSame(String work, Output ours, Output official) {
    if (!ours.equals(official)) {
      throw new IllegalStateException(
          work + " differs\n--- ours\n" + ours + "\n--- official\n" + official);
    }
    if (ours.isNothing()) {
      throw new IllegalStateException(work + " comes to nothing on either side");
    }
  }

  private boolean isNothing() {
    return returned.isEmpty() && sent.isEmpty();
  }

  static Output of(Row row, String implementation) {
    Outlet outlet = new Outlet(Outlet.Mode.KEEP);
    return of(Works.open(row, implementation, outlet), RUNS, List.of(outlet));
  }

  /** Of all the outlets; closes the work. */
  static Output of(Work work, int runs, List<Outlet> outlets) {
    String returned = "";
    try (work) {
      for (int i = 0; i < runs; i++) {
        returned = work.text(work.run());
      }
      work.flush();
    }
    return new Output(
        returned,
        outlets.stream()
            .flatMap(outlet -> outlet.requests().stream())
            .flatMap(Output::items)
            .sorted(ANY_ORDER)
            .toList());
  }

  private static Stream<Message> items(Outlet.Request request) {
    try {
      return switch (request.signal()) {
        case TRACES -> Items.spans(ExportTraceServiceRequest.parseFrom(request.bytes()));
        case METRICS -> Items.points(ExportMetricsServiceRequest.parseFrom(request.bytes()));
        case LOGS -> Items.logRecords(ExportLogsServiceRequest.parseFrom(request.bytes()));
      };
    } catch (InvalidProtocolBufferException notOtlp) {
      throw new IllegalStateException(notOtlp);
    }
  }
}
