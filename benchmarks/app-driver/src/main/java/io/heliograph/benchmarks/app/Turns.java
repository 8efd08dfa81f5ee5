package io.heliograph.benchmarks.app;

import java.util.ArrayList;
import java.util.List;

/**
 * Load on several applications in short turns: long enough for each to find its memory in the
 * processor's caches, and short enough that a machine that becomes slower does so for all.
 */
final class Turns {

  /** Of each application in a round. */
  private static final int TURNS = 20;

  private Turns() {}

  /** Sends as many requests to each of them, and measures nothing. */
  static void warmUp(List<Subject> subjects, Scenario scenario, int requests) {
    send(loads(subjects, scenario), requests);
  }

  /** What each request cost, for each application, its export included. */
  static List<Round> measure(List<Subject> subjects, Scenario scenario, int requests) {
    List<Subject.Reading> before = subjects.stream().map(Subject::read).toList();
    List<Load.Outcome> outcomes = send(loads(subjects, scenario), requests);
    Pause.untilDrained();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      rounds.add(subjects.get(i).read().since(before.get(i), requests, outcomes.get(i)));
    }
    return rounds;
  }

  private static List<Load> loads(List<Subject> subjects, Scenario scenario) {
    return subjects.stream().map(subject -> subject.load(scenario)).toList();
  }

  private static List<Load.Outcome> send(List<Load> loads, int requests) {
    if (requests % (TURNS * Load.CLIENTS) != 0) {
      throw new IllegalArgumentException(requests + " requests do not make turns of one length");
    }
    try {
      for (int turn = 0; turn < TURNS; turn++) {
        loads.forEach(load -> load.send(requests / TURNS));
      }
      return loads.stream().map(Load::outcome).toList();
    } finally {
      loads.forEach(Load::close);
    }
  }
}
