package io.heliograph.contract.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Prints traces, metrics and log lines as they arrive, and a closing line at the end of standard
 * input or on SIGTERM.
 *
 * <p>Options: {@code --http-port N} and {@code --grpc-port N}, by default 4318 and 4317.
 */
public final class ReceiverMain {

  private static final Duration TICK = Duration.ofMillis(200);

  private final OtlpReceiver receiver;
  private final ReceiverConsole console;
  private final Hold closed = new Hold();

  private ReceiverMain(OtlpReceiver receiver, PrintStream out) {
    this.receiver = receiver;
    this.console = new ReceiverConsole(receiver, out);
    out.println("OTLP/HTTP " + receiver.httpEndpoint() + ", OTLP/gRPC " + receiver.grpcEndpoint());
  }

  /** Runs until the end of standard input. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ReceiverMain main =
        new ReceiverMain(
            OtlpReceiver.builder()
                .httpPort(port(args, "--http-port", 4318))
                .grpcPort(port(args, "--grpc-port", 4317))
                .start(),
            out);
    Runtime.getRuntime().addShutdownHook(new Thread(main::close, "otlp-receiver-close"));
    DaemonThreads.named("stdin").newThread(() -> main.closeAtEnd(System.in)).start();
    main.run();
  }

  private static int port(String[] args, String option, int absent) {
    for (int i = 0; i < args.length - 1; i++) {
      if (args[i].equals(option)) {
        return Integer.parseInt(args[i + 1]);
      }
    }
    return absent;
  }

  private void run() {
    while (closed.pause(TICK)) {
      printUnlessClosed();
    }
  }

  private synchronized void printUnlessClosed() {
    if (!closed.isClosed()) {
      console.print();
    }
  }

  private void closeAtEnd(InputStream stdin) {
    try {
      stdin.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // No readable standard input is the same as its end.
    }
    close();
  }

  private synchronized void close() {
    if (!closed.isClosed()) {
      closed.close();
      console.close();
      receiver.close();
    }
  }
}
