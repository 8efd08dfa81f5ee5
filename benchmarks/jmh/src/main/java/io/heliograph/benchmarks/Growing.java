package io.heliograph.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/** Who does a curve's work, at one place of it. */
final class Growing {

  /** Ours by default, and long enough for a round of all threads. */
  private static final int QUEUE = 65_536;

  private Growing() {}

  /** As many as the curve has destinations there. */
  static List<Outlet> outlets(Curve curve, int x, Outlet.Mode mode) {
    return IntStream.range(0, curve.destinations(x)).mapToObj(any -> new Outlet(mode)).toList();
  }

  static Work open(Curve curve, int x, String implementation, List<Outlet> outlets) {
    boolean ours = implementation.equals(Works.OURS);
    Outlet first = outlets.get(0);
    return switch (curve) {
      case SPANS -> new GrowingSpans.Request(tracing(ours, outlets), outlets, x);
      case ATTRIBUTES -> new GrowingSpans.Attributed(tracing(ours, outlets), outlets, x);
      case THREADS -> new SpanWork.Root(tracing(ours, outlets), first);
      case DESTINATIONS -> new SpanWork.Encoded(tracing(ours, outlets), outlets);
      case RECORD ->
          new MetricWork.ManySeries(
              ours ? OurEngine.ofManySeries(first) : OfficialEngine.ofManySeries(first), x);
      case COLLECT -> ours ? OurCollection.growing(first, x) : OfficialCollection.growing(first, x);
    };
  }

  private static Engine tracing(boolean ours, List<Outlet> outlets) {
    return ours ? OurEngine.sampling(outlets) : OfficialEngine.sampling(outlets, QUEUE);
  }

  /** Whether a curve counts what the exporting threads do as well. */
  static Outlet.Mode timing(Curve curve) {
    return switch (curve) {
      case SPANS, ATTRIBUTES, DESTINATIONS -> Outlet.Mode.ENCODE;
      case THREADS, RECORD, COLLECT -> Outlet.Mode.COUNT;
    };
  }

  /** Fails unless both sides come to the same at this place. */
  static void requireSame(Curve curve, int x) {
    Output.requireSame(
        curve.title + " " + x, output(curve, x, Works.OURS), output(curve, x, Works.OFFICIAL));
  }

  private static Output output(Curve curve, int x, String implementation) {
    List<Outlet> outlets = outlets(curve, x, Outlet.Mode.KEEP);
    int runs = curve == Curve.RECORD ? x : 1;
    Output output = Output.of(open(curve, x, implementation, outlets), runs, outlets);
    long expected = curve == Curve.ATTRIBUTES || curve == Curve.THREADS ? 1 : x;
    long sent =
        curve == Curve.RECORD // Sent again at the close.
            ? output.sent().stream().distinct().count()
            : output.sent().size();
    if (sent != expected) {
      throw new IllegalStateException(implementation + " sent " + sent + " of " + expected);
    }
    return output;
  }
}
