package io.heliograph.benchmarks.app;

/** How many records of a kind there are, and how many attributes all of them have. */
record Tally(long count, long attributes) {

  static final Tally NOTHING = new Tally(0, 0);

  static Tally ofOne(int attributes) {
    return new Tally(1, attributes);
  }

  Tally plus(Tally more) {
    return new Tally(count + more.count, attributes + more.attributes);
  }

  Tally minus(Tally less) {
    return new Tally(count - less.count, attributes - less.attributes);
  }

  /** The mean; 0 if there are no records. */
  double attributesOfEach() {
    return count == 0 ? 0 : (double) attributes / count;
  }
}
