package io.heliograph.benchmarks.app;

/** A kind of request, by what a complete record of it holds. */
enum Scenario {
  PRODUCT("2 spans, 1 log", "/products/p", 1),
  ORDER("6 spans, 1 log", "/orders/o", 3);

  private static final int ROWS = 100;

  private final String title;
  private final String path;
  private final int weight;

  Scenario(String title, String path, int weight) {
    this.title = title;
    this.path = path;
    this.weight = weight;
  }

  String title() {
    return title;
  }

  /** How many of {@code requests} light ones to send instead, so that all take about as long. */
  int share(int requests) {
    return requests / weight;
  }

  /** The path of the n-th request; the shop's rows take turns. */
  String path(long n) {
    return path + n % ROWS;
  }
}
