package io.heliograph.internal.send;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Answers at once with what it is told, then with success; silent when the answer is null. */
public final class ScriptedSender implements Sender {

  private final Deque<SendResult> answers;
  private final boolean silent;
  private final List<Payload> sent = new ArrayList<>();
  private boolean closed;

  private ScriptedSender(boolean silent, SendResult... answers) {
    this.silent = silent;
    this.answers = new ArrayDeque<>(Arrays.asList(answers));
  }

  public static ScriptedSender answering(SendResult... answers) {
    return new ScriptedSender(false, answers);
  }

  public static ScriptedSender silent() {
    return new ScriptedSender(true);
  }

  @Override
  public void send(Payload payload, Consumer<SendResult> done) {
    sent.add(payload);
    if (!silent) {
      done.accept(answers.isEmpty() ? new SendResult.Accepted(0, "") : answers.poll());
    }
  }

  public List<Payload> sent() {
    return sent;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public String target() {
    return "http://receiver.test";
  }

  @Override
  public void close() {
    closed = true;
  }
}
