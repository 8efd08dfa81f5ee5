package io.heliograph.benchmarks.app;

/** A kind of request, by what a complete record of it holds. */
enum Scenario {
  PRODUCT("2 spans, 1 log", "/products/p"),
  ORDER("6 spans, 1 log", "/orders/o");

  private static final int ROWS = 100;

  private final String title;
  private final String path;

  Scenario(String title, String path) {
    this.title = title;
    this.path = path;
  }

  String title() {
    return title;
  }

  /** The path of the n-th request; the shop's rows take turns. */
  String path(long n) {
    return path + n % ROWS;
  }
}
