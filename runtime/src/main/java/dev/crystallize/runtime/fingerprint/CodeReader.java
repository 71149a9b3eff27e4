package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.Reference.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the instructions of a method. Numbers of constants and places in the file do not count. */
final class CodeReader extends MethodVisitor {

  private static final String VERIFIER = "Ldev/crystallize/annotations/Verifier;";
  private static final String RANKER = "Ldev/crystallize/annotations/Ranker;";

  private final String owner;
  private final MemberWriter member;
  private final Runnable end;
  private final Map<Label, Integer> places = new HashMap<>();
  private final List<Label> targets = new ArrayList<>();
  private int instructions;

  CodeReader(String owner, MemberWriter member, Runnable end) {
    super(Opcodes.ASM9);
    this.owner = owner;
    this.member = member;
    this.end = end;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (descriptor.equals(VERIFIER) || descriptor.equals(RANKER)) {
      member.judge();
    }
    return null;
  }

  @Override
  public void visitInsn(int opcode) {
    instruction(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    instruction(opcode);
    member.number(operand);
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    instruction(opcode);
    member.number(index);
  }

  @Override
  public void visitIincInsn(int index, int increment) {
    instruction(Opcodes.IINC);
    member.number(index);
    member.number(increment);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    instruction(opcode);
    member.className(type);
  }

  @Override
  public void visitFieldInsn(int opcode, String holder, String name, String descriptor) {
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    access(opcode, holder, new MemberId(name, descriptor), isStatic);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String holder, String name, String descriptor, boolean isInterface) {
    MemberId called = new MemberId(name, descriptor);
    member.random(holder, called);
    access(opcode, holder, called, opcode == Opcodes.INVOKESTATIC);
  }

  private void access(int opcode, String holder, MemberId target, boolean isStatic) {
    instruction(opcode);
    member.named(holder);
    member.text(target.name());
    member.named(target.descriptor());
    member.descriptor(target.descriptor());
    if (holder.startsWith("[")) {
      member.className(holder);
    } else {
      member.refer(new Use(holder, target, isStatic));
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    instruction(Opcodes.INVOKEDYNAMIC);
    member.text(name);
    member.named(descriptor);
    member.descriptor(descriptor);
    member.handle(bootstrap);
    member.number(arguments.length);
    for (Object argument : arguments) {
      member.constant(argument);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    instruction(Opcodes.LDC);
    if (value instanceof Type type && type.getInternalName().equals(owner)) {
      // Foo.class within Foo names it for a resource, a logger or an assertion: no instance yet.
      member.named(type.getDescriptor());
    } else {
      member.constant(value);
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    instruction(Opcodes.MULTIANEWARRAY);
    member.className(descriptor);
    member.number(dimensions);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    instruction(opcode);
    targets.add(label);
  }

  @Override
  public void visitLabel(Label label) {
    places.put(label, instructions);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... cases) {
    instruction(Opcodes.TABLESWITCH);
    member.number(min);
    member.number(max);
    targets.add(other);
    targets.addAll(List.of(cases));
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] cases) {
    instruction(Opcodes.LOOKUPSWITCH);
    member.number(keys.length);
    for (int key : keys) {
      member.number(key);
    }
    targets.add(other);
    targets.addAll(List.of(cases));
  }

  @Override
  public void visitTryCatchBlock(Label start, Label stop, Label handler, @Nullable String type) {
    member.number(-1);
    targets.addAll(List.of(start, stop, handler));
    if (type == null) {
      member.text("");
    } else {
      member.className(type);
    }
  }

  @Override
  public void visitEnd() {
    // Known only now; and a label that nothing jumps to, as annotations have them, does not count.
    targets.forEach(target -> member.number(places.getOrDefault(target, -1)));
    end.run();
  }

  private void instruction(int opcode) {
    instructions++;
    member.number(opcode);
  }
}
