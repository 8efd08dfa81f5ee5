package io.heliograph.internal.send;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The server's half of an HTTP/2 connection, octet by octet, for a test that misbehaves. */
final class RawHttp2 {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int ACK = 1;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private static final int PREFACE_LENGTH = 24;

  /** A frame of the client's. */
  record Received(int type, int flags, int streamId, byte[] payload) {}

  private final DataInputStream in;
  private final DataOutputStream out;

  /** Waits for the client's preface and says nothing. */
  RawHttp2(Socket connection) throws IOException {
    in = new DataInputStream(connection.getInputStream());
    out = new DataOutputStream(connection.getOutputStream());
    in.readNBytes(PREFACE_LENGTH);
  }

  /** Greets, with settings such as {@code 000400000000}. */
  RawHttp2 greet(String settings) throws IOException {
    return frame(SETTINGS, 0, 0, settings);
  }

  RawHttp2 frame(int type, int flags, int streamId, String hex) throws IOException {
    return frame(type, flags, streamId, HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  RawHttp2 frame(int type, int flags, int streamId, byte[] payload) throws IOException {
    out.writeShort(payload.length >> 8);
    out.write(payload.length);
    out.write(type);
    out.write(flags);
    out.writeInt(streamId);
    out.write(payload);
    out.flush();
    return this;
  }

  RawHttp2 octets(byte[] octets) throws IOException {
    out.write(octets);
    out.flush();
    return this;
  }

  /** Headers as pairs of name and value, without a table. */
  static byte[] block(String... fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      block.write(0);
      string(block, fields[i]);
      string(block, fields[i + 1]);
    }
    return block.toByteArray();
  }

  private static void string(ByteArrayOutputStream block, String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    if (octets.length < 127) {
      block.write(octets.length);
    } else {
      int rest = octets.length - 127;
      block.writeBytes(new byte[] {127, (byte) (0x80 | rest & 0x7F), (byte) (rest >> 7)});
    }
    block.writeBytes(octets);
  }

  Received read() throws IOException {
    int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int streamId = in.readInt();
    return new Received(type, flags, streamId, in.readNBytes(length));
  }

  /** Reads until a frame of a type comes. */
  Received await(int type) throws IOException {
    Received frame = read();
    while (frame.type() != type) {
      frame = read();
    }
    return frame;
  }

  /** Reads until a whole request has come; answers its stream's number. */
  int awaitRequest() throws IOException {
    Received frame = await(DATA);
    while ((frame.flags() & END_STREAM) == 0) {
      frame = await(DATA);
    }
    return frame.streamId();
  }

  /** Reads until the client hangs up. */
  void awaitEnd() throws IOException {
    while (in.read() >= 0) {
      // What it says does not matter.
    }
  }
}
