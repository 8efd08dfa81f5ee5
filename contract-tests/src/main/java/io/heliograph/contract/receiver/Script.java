package io.heliograph.contract.receiver;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** The responses that were ordered: a queue, and what follows when it is empty. Thread-safe. */
final class Script {

  private final Queue<ScriptedResponse> queue = new ArrayDeque<>();
  private ScriptedResponse afterwards = ScriptedResponse.ok();

  synchronized void add(ScriptedResponse... responses) {
    queue.addAll(Arrays.asList(responses));
  }

  synchronized void always(ScriptedResponse response) {
    afterwards = response;
  }

  synchronized ScriptedResponse next() {
    ScriptedResponse next = queue.poll();
    return next == null ? afterwards : next;
  }

  synchronized void reset() {
    queue.clear();
    afterwards = ScriptedResponse.ok();
  }
}
