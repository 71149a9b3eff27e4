package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.MemberCode.Named;
import dev.crystallize.runtime.fingerprint.MemberCode.OwnHandle;
import dev.crystallize.runtime.fingerprint.MemberCode.Piece;
import dev.crystallize.runtime.fingerprint.MemberCode.Plain;
import dev.crystallize.runtime.fingerprint.Reference.Instance;
import dev.crystallize.runtime.fingerprint.Reference.Use;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gathers what a member's digest covers and what the member refers to. */
final class MemberWriter {

  private final String owner;
  private final List<Piece> content = new ArrayList<>();
  private final Set<Reference> references = new LinkedHashSet<>();
  private final Set<String> randoms = new LinkedHashSet<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private boolean judge;

  MemberWriter(String owner) {
    this.owner = owner;
  }

  void number(int value) {
    try {
      out.writeInt(value);
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  void text(String value) {
    try {
      // Length first, so that neighbouring texts cannot be taken for one another.
      out.writeInt(value.length());
      out.writeChars(value);
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** An internal class name or a descriptor. */
  void named(String names) {
    if (Numbered.isIn(names)) {
      cut();
      content.add(new Named(names));
    } else {
      text(names);
    }
  }

  /** A constant as ASM hands it out: a box, a text, a type, a handle or a dynamic constant. */
  void constant(Object value) {
    text(value.getClass().getName());
    if (value instanceof Type type) {
      named(type.getDescriptor());
      type(type);
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      text(dynamic.getName());
      named(dynamic.getDescriptor());
      type(Type.getType(dynamic.getDescriptor()));
      handle(dynamic.getBootstrapMethod());
      number(dynamic.getBootstrapMethodArgumentCount());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
      }
    } else if (value instanceof Double number) {
      text(Long.toHexString(Double.doubleToRawLongBits(number)));
    } else if (value instanceof Float number) {
      text(Integer.toHexString(Float.floatToRawIntBits(number)));
    } else {
      text(value.toString());
    }
  }

  void handle(Handle handle) {
    MemberId target = new MemberId(handle.getName(), handle.getDesc());
    number(handle.getTag());
    Reference reference = reference(handle, target);
    descriptor(handle.getDesc());
    if (handle.getOwner().equals(owner)) {
      cut();
      content.add(new OwnHandle(target, reference));
    } else {
      named(handle.getOwner());
      text(handle.getName());
      named(handle.getDesc());
      refer(reference);
      random(handle.getOwner(), target);
    }
  }

  private static Reference reference(Handle handle, MemberId target) {
    boolean isStatic =
        switch (handle.getTag()) {
          case Opcodes.H_INVOKESTATIC, Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> true;
          default -> false;
        };
    return new Use(handle.getOwner(), target, isStatic);
  }

  /** The types of a field or method: instances of them may be passed. */
  void descriptor(String descriptor) {
    type(Type.getType(descriptor));
  }

  private void type(Type type) {
    switch (type.getSort()) {
      case Type.ARRAY -> type(type.getElementType());
      case Type.OBJECT -> refer(new Instance(type.getInternalName()));
      case Type.METHOD -> {
        type(type.getReturnType());
        for (Type argument : type.getArgumentTypes()) {
          type(argument);
        }
      }
      default -> {
        // A primitive type refers to nothing.
      }
    }
  }

  /** A class named by an instruction; arrays are named by descriptors. */
  void className(String internalName) {
    named(internalName);
    type(Type.getObjectType(internalName));
  }

  void refer(Reference reference) {
    references.add(reference);
  }

  void random(String calledOwner, MemberId called) {
    UnseededCalls.find(calledOwner, called).ifPresent(randoms::add);
  }

  /** The member is a verifier or ranker. */
  void judge() {
    judge = true;
  }

  MemberCode finish(MemberId id, int access) {
    cut();
    return new MemberCode(
        id,
        (access & Opcodes.ACC_STATIC) != 0,
        (access & Opcodes.ACC_SYNTHETIC) != 0,
        judge,
        List.copyOf(content),
        references,
        randoms);
  }

  private void cut() {
    content.add(new Plain(bytes.toByteArray()));
    bytes.reset();
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("writing to memory", e);
  }
}
