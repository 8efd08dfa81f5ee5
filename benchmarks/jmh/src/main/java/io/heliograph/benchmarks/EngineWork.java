package io.heliograph.benchmarks;

/** Work that is done through an engine's API. */
abstract class EngineWork implements Work {

  private final Engine engine;

  EngineWork(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void flush() {
    engine.flush();
  }

  @Override
  public void close() {
    engine.close();
  }

  /** Each run exports one item. */
  abstract static class Exporting extends EngineWork {

    private final Outlet outlet;
    private long runs;

    Exporting(Engine engine, Outlet outlet) {
      super(engine);
      this.outlet = outlet;
    }

    @Override
    public void settle(int more) { // Items of a batch that is not full stay in the queue.
      runs += more;
      outlet.await(runs - Batches.SIZE + 1);
    }

    @Override
    public long backgroundNanos() {
      return outlet.encodes() ? outlet.exporterNanos() : 0;
    }
  }
}
