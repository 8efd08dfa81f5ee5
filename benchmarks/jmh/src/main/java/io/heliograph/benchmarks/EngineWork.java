package io.heliograph.benchmarks;

import java.util.List;

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

  /** Each run exports one item, or several, to each outlet. */
  abstract static class Exporting extends EngineWork {

    private final List<Outlet> outlets;
    private final int itemsOfRun;
    private long items;

    Exporting(Engine engine, Outlet outlet) {
      this(engine, List.of(outlet), 1);
    }

    Exporting(Engine engine, List<Outlet> outlets, int itemsOfRun) {
      super(engine);
      this.outlets = outlets;
      this.itemsOfRun = itemsOfRun;
    }

    @Override
    public void settle(int more) { // Items of a batch that is not full stay in the queue.
      items += (long) more * itemsOfRun;
      outlets.forEach(outlet -> outlet.await(items - items % Batches.SIZE));
    }

    /** Fails if one that was settled for is lost. */
    @Override
    public void flush() {
      super.flush();
      outlets.forEach(outlet -> outlet.await(items));
    }

    @Override
    public long backgroundNanos() {
      return Outlet.exporterNanos(outlets.stream().filter(Outlet::encodes).toList());
    }
  }
}
