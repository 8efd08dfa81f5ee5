package io.heliograph.internal.export;

import io.heliograph.export.Payload;
import io.heliograph.export.SendResult;
import io.heliograph.export.Sender;
import java.io.IOException;
import java.util.function.Consumer;

/** Writes each request as a line; a disk's error is an answer and never an exception. */
final class FileSender implements Sender {

  private final RotatingFile file;
  private boolean closed;

  FileSender(RotatingFile file) {
    this.file = file;
  }

  @Override
  public void send(Payload payload, Consumer<SendResult> done) {
    done.accept(write(payload));
  }

  private synchronized SendResult write(Payload payload) {
    if (closed) {
      return new SendResult.Aborted();
    }
    try {
      file.append(payload.bytes(), payload.length());
      return new SendResult.Accepted(0, "");
    } catch (IOException failed) {
      return new SendResult.Failed(failed);
    }
  }

  /** False if what was written may not survive a crash of the machine. */
  synchronized boolean sync() {
    try {
      file.sync();
      return true;
    } catch (IOException failed) {
      return false;
    }
  }

  @Override
  public String target() {
    return file.path().toString();
  }

  @Override
  public synchronized void close() {
    closed = true;
    sync();
    try {
      file.close();
    } catch (IOException ignored) {
      // Every line has been answered; sync() has done what could be done.
    }
  }
}
