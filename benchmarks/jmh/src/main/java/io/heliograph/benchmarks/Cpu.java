package io.heliograph.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * CPU time of an iteration, which other processes disturb far less than the time on the wall. JMH
 * sets the counters to zero before each iteration.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cpu {

  static final String NANOS = "cpuNanos";
  static final String INVOCATIONS = "invocations";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public long cpuNanos;
  public long invocations;
  private long start;

  @Setup(Level.Invocation)
  public void begin() {
    start = THREADS.getCurrentThreadCpuTime();
  }

  final void end() {
    cpuNanos += THREADS.getCurrentThreadCpuTime() - start;
    invocations++;
  }

  final void addBackground(long nanos) {
    cpuNanos += nanos;
  }
}
