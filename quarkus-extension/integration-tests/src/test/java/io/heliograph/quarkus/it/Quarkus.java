package io.heliograph.quarkus.it;

/** What all contracts' subclasses share. */
final class Quarkus {

  /** What the page of capabilities calls it. */
  static final String NAME = "Quarkus";

  private Quarkus() {}
}
