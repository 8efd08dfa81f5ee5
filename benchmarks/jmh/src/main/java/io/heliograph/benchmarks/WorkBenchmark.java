package io.heliograph.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A row of the table, chosen by the method's name, and who does it, by the parameter {@code
 * implementation}.
 *
 * <p>One invocation is many runs: between invocations, outside of what is measured, the queues
 * drain, so that nothing is dropped however slow the machine is at that moment.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class WorkBenchmark {

  static final String IMPLEMENTATION = "implementation";

  /** One batch of ours, four of the official SDK's and its whole queue. */
  static final int RECORDS = 2048;

  static final int MEASUREMENTS = 8192;

  /** Of 512 spans each. */
  static final int REQUESTS = 4;

  static final int COLLECTIONS = 4;

  private Work work = () -> "";
  private int runs;
  private long background;

  @Setup(Level.Trial)
  public void open(BenchmarkParams params) {
    Row row = Row.ofMethod(params.getBenchmark().replaceFirst(".*\\.", ""));
    work = Works.open(row, params.getParam(IMPLEMENTATION), Outlet.forTiming(row));
    Warmup.of(work, row == Row.COLLECTION || row == Row.ENCODING ? COLLECTIONS : RECORDS);
  }

  @TearDown(Level.Trial)
  public void close() {
    work.close();
  }

  @TearDown(Level.Invocation)
  public void end(Cpu cpu) {
    cpu.end();
    work.settle(runs);
    long spent = work.backgroundNanos();
    cpu.addBackground(spent - background);
    background = spent;
  }

  final void repeat(int times, Blackhole blackhole) {
    runs = times;
    for (int i = 0; i < times; i++) {
      blackhole.consume(work.run());
    }
  }
}
