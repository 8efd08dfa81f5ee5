package io.heliograph.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.heliograph.export.SendResult;
import io.heliograph.export.SendResult.Accepted;
import io.heliograph.export.SendResult.Retryable;
import io.heliograph.export.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large requests, many at a time, and receivers that take little or nothing. */
class GrpcFlowTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MEBIBYTE = 1024 * 1024;

  @Test
  void sixteenMebibytesFitThroughAWindowOf64KiB() throws Exception {
    byte[] body = new byte[16 * MEBIBYTE];
    new Random(1).nextBytes(body);
    try (GrpcServer server =
            new GrpcServer(
                builder -> builder.flowControlWindow(65_535).maxInboundMessageSize(body.length));
        Sender sender = GrpcSender.traces(Sends.plain(server.url(), LONG))) {
      assertThat(Sends.start(sender, body).get(60, TimeUnit.SECONDS))
          .isEqualTo(new Accepted(0, ""));
      assertThat(server.received).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 7, 1})
  void twoHundredCallsAreTakenHoweverManyTheReceiverTakesAtATime(int limit) throws Exception {
    Consumer<NettyServerBuilder> limited =
        builder -> builder.maxConcurrentCallsPerConnection(limit);
    try (GrpcServer server = new GrpcServer(limited);
        Sender sender = GrpcSender.traces(Sends.plain(server.url(), LONG))) {
      List<CompletableFuture<SendResult>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        calls.add(Sends.start(sender, new byte[10_000]));
      }
      for (CompletableFuture<SendResult> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(new Accepted(0, ""));
      }
    }
  }

  @Test
  void aWindowThatBecomesNegativeHoldsTheBodyBack() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawHttp2 http2 = new RawHttp2(socket).greet("0004 0000012c"); // 300 octets
                  seen.add(data(http2));
                  http2.frame(RawHttp2.SETTINGS, 0, 0, "0004 00000064"); // 100: now -200
                  http2.frame(RawHttp2.WINDOW_UPDATE, 0, 1, "000000c8"); // 0
                  http2.frame(RawHttp2.PING, 0, 0, "0000000000000001");
                  seen.add("type " + next(http2).type());
                  http2.frame(RawHttp2.WINDOW_UPDATE, 0, 1, "00000001");
                  seen.add(data(http2));
                  http2.frame(RawHttp2.SETTINGS, 0, 0, "0004 0000ffff");
                  seen.add(data(http2));
                  http2.frame(
                      RawHttp2.HEADERS,
                      RawHttp2.END_HEADERS | RawHttp2.END_STREAM,
                      1,
                      RawHttp2.block(":status", "200", "grpc-status", "0"));
                  http2.awaitEnd();
                });
        Sender sender = GrpcSender.traces(Sends.plain(server.url(), LONG))) {
      assertThat(Sends.start(sender, new byte[1_000]).get(30, TimeUnit.SECONDS))
          .isEqualTo(new Accepted(0, ""));
    }
    assertThat(seen).containsExactly("300", "type " + RawHttp2.PING, "1", "704");
  }

  @Test
  void theConnectionsWindowHoldsBackWhatTheStreamsWouldAllow() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawHttp2 http2 = new RawHttp2(socket).greet("0004 7fffffff");
                  int octets = 0;
                  while (octets < 65_535) {
                    octets += http2.await(RawHttp2.DATA).payload().length;
                  }
                  http2.frame(RawHttp2.PING, 0, 0, "0000000000000001");
                  seen.add(octets + " then type " + next(http2).type());
                  http2.frame(RawHttp2.WINDOW_UPDATE, 0, 0, "00000007");
                  seen.add(data(http2));
                  http2.awaitEnd();
                });
        Sender sender = GrpcSender.traces(Sends.plain(server.url(), LONG))) {
      CompletableFuture<SendResult> call = Sends.start(sender, new byte[100_000]);
      assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("65535 then type " + RawHttp2.PING);
      assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("7");
      assertThat(call).isNotDone();
    }
  }

  private static String data(RawHttp2 http2) throws Exception {
    return "" + http2.await(RawHttp2.DATA).payload().length;
  }

  /** The next frame that is no acknowledgement of settings. */
  private static RawHttp2.Received next(RawHttp2 http2) throws Exception {
    RawHttp2.Received frame = http2.read();
    while (frame.type() == RawHttp2.SETTINGS) {
      frame = http2.read();
    }
    return frame;
  }

  @Test
  void aReceiverThatOpensNoWindowEndsTheCallAtTheDeadline() throws Exception {
    BlockingQueue<Integer> resets = new LinkedBlockingQueue<>();
    try (RawServer server =
            new RawServer(
                socket -> {
                  RawHttp2 http2 = new RawHttp2(socket).greet("0004 00000000");
                  http2.await(RawHttp2.HEADERS);
                  resets.add((int) http2.await(RawHttp2.RST_STREAM).payload()[3]);
                  http2.awaitEnd();
                });
        Sender sender = GrpcSender.traces(Sends.plain(server.url(), Duration.ofSeconds(3)))) {
      assertThat(Sends.send(sender))
          .isEqualTo(new Retryable("gRPC DEADLINE_EXCEEDED: no answer in time", null, false));
      assertThat(resets.poll(30, TimeUnit.SECONDS)).isEqualTo(8);
    }
  }

  @Test
  void closeEndsCallsForWhichThereIsNoWindow() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (RawServer server =
        new RawServer(
            socket -> {
              RawHttp2 http2 = new RawHttp2(socket).greet("0004 00000000");
              http2.await(RawHttp2.HEADERS);
              seen.add("headers");
              http2.await(RawHttp2.GOAWAY);
              seen.add("goodbye");
            })) {
      Sender sender = GrpcSender.traces(Sends.plain(server.url(), LONG));
      CompletableFuture<SendResult> call = Sends.start(sender);
      assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("headers");
      sender.close();
      assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(new SendResult.Aborted());
      assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("goodbye");
    }
    Threads.awaitNone();
  }

  /** Windows as wide as they get, and a socket that nobody reads: the writer's thread is stuck. */
  @Test
  void aReceiverThatReadsNothingHoldsNeitherTheCallerNorAThread() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              RawHttp2 http2 = new RawHttp2(socket).greet("0004 7fffffff");
              http2.frame(RawHttp2.WINDOW_UPDATE, 0, 0, "7fff0000");
              Thread.sleep(60_000);
            })) {
      Sender sender = GrpcSender.traces(Sends.plain(server.url(), Duration.ofSeconds(1)));
      List<CompletableFuture<SendResult>> calls = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        calls.add(Sends.start(sender, new byte[32 * MEBIBYTE]));
      }
      for (CompletableFuture<SendResult> call : calls) {
        assertThat(call.get(30, TimeUnit.SECONDS))
            .isEqualTo(new Retryable("gRPC DEADLINE_EXCEEDED: no answer in time", null, false));
      }
      sender.close();
      Threads.awaitNone();
    }
  }

  /** The threads of connections. */
  static final class Threads {
    private Threads() {}

    static void awaitNone() {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (any() && System.nanoTime() < deadline) {
        Thread.yield();
      }
      assertThat(any()).isFalse();
    }

    private static boolean any() {
      return Thread.getAllStackTraces().keySet().stream()
          .anyMatch(thread -> thread.getName().startsWith("heliograph-grpc"));
    }
  }
}
