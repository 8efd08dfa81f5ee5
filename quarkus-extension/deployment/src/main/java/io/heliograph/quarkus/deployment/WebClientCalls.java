package io.heliograph.quarkus.deployment;

import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Passes each client that a class makes on to what makes it record. */
final class WebClientCalls extends ClassVisitor {

  static final String CORE = "io/vertx/ext/web/client/WebClient";

  static final Set<String> TYPES = Set.of(CORE, "io/vertx/mutiny/ext/web/client/WebClient");

  private static final Set<String> FACTORIES = Set.of("create", "wrap");

  WebClientCalls(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String type, String signature, String[] exceptions) {
    return new MethodVisitor(
        Opcodes.ASM9, super.visitMethod(access, name, type, signature, exceptions)) {

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, called, descriptor, isInterface);
        if (opcode == Opcodes.INVOKESTATIC && TYPES.contains(owner) && FACTORIES.contains(called)) {
          String same = "L" + owner + ";";
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              "io/heliograph/quarkus/TracedWebClients",
              "wrap",
              "(" + same + ")" + same,
              false);
        }
      }
    };
  }
}
