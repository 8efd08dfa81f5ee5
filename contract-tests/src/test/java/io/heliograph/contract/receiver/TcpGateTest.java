package io.heliograph.contract.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TcpGateTest {

  @Test
  void takesAPortThatNoClientIsGiven() {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      try (TcpGate gate = new TcpGate(0)) {
        assertThat(gate.port()).isBetween(10_000, 31_999);
        ports.add(gate.port());
      }
    }
    assertThat(ports).hasSizeGreaterThan(1);
  }

  @Test
  void comesBackOnItsPort() {
    try (TcpGate gate = new TcpGate(0)) {
      int port = gate.port();
      gate.forwardTo(1);
      gate.down();
      gate.up();

      assertThat(gate.port()).isEqualTo(port);
      assertThatThrownBy(() -> new TcpGate(port).close()).isInstanceOf(UncheckedIOException.class);
    }
  }
}
