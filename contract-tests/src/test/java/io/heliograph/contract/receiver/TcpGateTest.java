package io.heliograph.contract.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class TcpGateTest {

  @Test
  void comesBackOnItsPortHoweverSoon() throws IOException {
    try (TcpGate gate = new TcpGate(0)) {
      int port = gate.port();
      gate.forwardTo(1);
      for (int i = 0; i < 500; i++) {
        gate.down();
        gate.up();
      }
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(client.isConnected()).isTrue();
      }
    }
  }
}
