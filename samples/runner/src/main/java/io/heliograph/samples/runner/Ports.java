package io.heliograph.samples.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ports that are free at the moment. */
final class Ports {

  private Ports() {}

  /** One for each part of the shop, no two the same. */
  static Map<Part, Integer> free() {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Part part : Part.values()) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(part, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException("no free ports", e);
    }
  }
}
