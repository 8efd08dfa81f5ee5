package io.heliograph.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that do not behave, over real sockets. */
@Timeout(30)
class MetadataClientTest {

  private interface Behaviour {
    void answer(OutputStream output) throws Exception;
  }

  private ServerSocket server;

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n",
        "HTTP/1.0 200 OK\r\n\r\nhello",
      })
  void readsEachFormOfABody(String answer) throws IOException {
    assertThat(get(answer)).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 2147483647\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Enc",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "",
      })
  void refusesAnAnswerThatIsNone(String answer) {
    assertThatThrownBy(() -> get(answer))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no metadata from 127.0.0.1/value: ");
  }

  @Test
  void givesUpOnASilentService() {
    assertThatThrownBy(() -> get(output -> Thread.sleep(60_000))).isInstanceOf(IOException.class);
  }

  @Test
  void givesUpOnATricklingService() {
    Behaviour trickle =
        output -> {
          output.write("HTTP/1.1 200 OK\r\nX-Endless: ".getBytes(StandardCharsets.UTF_8));
          while (true) {
            output.write('x');
            output.flush();
            Thread.sleep(10);
          }
        };

    assertThatThrownBy(() -> get(trickle)).hasCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void givesUpOnAnEndlessAnswer() {
    Behaviour endless =
        output -> {
          output.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          while (true) {
            output.write(new byte[8192]);
          }
        };

    assertThatThrownBy(() -> get(endless)).hasMessageContaining("too large");
  }

  @Test
  void speaksOnlyPlainHttp() {
    MetadataClient client = new MetadataClient(URI.create("https://169.254.169.254"));

    assertThatThrownBy(() -> client.get("/", Map.of())).hasMessageContaining("no http address");
  }

  private String get(String answer) throws IOException {
    return get(output -> output.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private String get(Behaviour behaviour) throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(() -> serve(behaviour), "misbehaving-metadata");
    thread.setDaemon(true);
    thread.start();
    URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());
    return new MetadataClient(address).get("/value", Map.of());
  }

  private void serve(Behaviour behaviour) {
    try (Socket connection = server.accept()) {
      int newlines = 0;
      while (newlines < 5) {
        newlines += connection.getInputStream().read() == '\n' ? 1 : 0;
      }
      behaviour.answer(connection.getOutputStream());
      connection.shutdownOutput();
    } catch (Exception clientGone) {
      // The client under test hangs up on what it refuses.
    }
  }
}
