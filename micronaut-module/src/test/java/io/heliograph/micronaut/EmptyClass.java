package io.heliograph.micronaut;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Class files of classes that an application could have, and these tests cannot. */
final class EmptyClass {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_17 = 61;
  private static final int CLASS = 7;
  private static final int PUBLIC_SUPER = 0x21;

  private EmptyClass() {}

  static byte[] named(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeShort(0);
    out.writeShort(JAVA_17);
    out.writeShort(5); // one more than constants
    text(out, name);
    reference(out, 1);
    text(out, "java/lang/Object");
    reference(out, 3);
    for (int part : new int[] {PUBLIC_SUPER, 2, 4, 0, 0, 0, 0}) {
      out.writeShort(part);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeByte(1);
    out.writeUTF(text);
  }

  private static void reference(DataOutputStream out, int name) throws IOException {
    out.writeByte(CLASS);
    out.writeShort(name);
  }
}
