package dev.crystallize.runtime.fingerprint;

import dev.crystallize.runtime.fingerprint.Reference.Instance;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Reads a class file without its debug tables, annotations, generic signatures and lists of nested
 * classes, none of which changes what code does.
 */
final class ClassFileReader extends ClassVisitor {

  /** ASM keeps flags of its own above these bits. */
  private static final int JVM_FLAGS = 0xffff;

  /** Made by compilers for serializable lambdas; names all of them by their places. */
  private static final String DESERIALIZE = "$deserializeLambda$";

  private final Map<MemberId, MemberCode> members = new LinkedHashMap<>();
  private final Set<String> nested = new LinkedHashSet<>();
  private final MemberWriter header;
  private final String name;
  private String superName = "";
  private Set<String> interfaces = Set.of();
  private int access;

  private ClassFileReader(String name) {
    super(Opcodes.ASM9);
    this.name = name;
    this.header = new MemberWriter(name);
  }

  static ProjectClass read(ClassReader file) {
    ClassFileReader reader = new ClassFileReader(file.getClassName());
    file.accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    MemberId headerId = new MemberId("class", "");
    return new ProjectClass(
        reader.name,
        reader.superName,
        reader.interfaces,
        reader.nested,
        reader.header.finish(headerId, reader.access),
        reader.members,
        Optional.empty());
  }

  @Override
  public void visit(
      int version,
      int flags,
      String internalName,
      @Nullable String signature,
      @Nullable String superclass,
      String @Nullable [] superInterfaces) {
    access = flags & JVM_FLAGS;
    superName = superclass == null ? "" : superclass;
    interfaces =
        new LinkedHashSet<>(superInterfaces == null ? List.of() : List.of(superInterfaces));
    header.number(access);
    header.named(superName);
    interfaces.forEach(header::className);
    if (!superName.isEmpty()) {
      header.refer(new Instance(superName));
    }
  }

  @Override
  public void visitNestMember(String nestMember) {
    nested.add(nestMember);
  }

  @Override
  public void visitPermittedSubclass(String permitted) {
    header.className(permitted);
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    header.text(component);
    header.named(descriptor);
    return null;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int flags,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    MemberWriter writer = begin(flags, descriptor);
    if (value != null) {
      writer.constant(value);
    }
    end(writer, flags, new MemberId(field, descriptor));
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int flags,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (method.equals(DESERIALIZE) && (flags & Opcodes.ACC_SYNTHETIC) != 0) {
      return null;
    }
    MemberWriter writer = begin(flags, descriptor);
    return new CodeReader(name, writer, () -> end(writer, flags, new MemberId(method, descriptor)));
  }

  private MemberWriter begin(int flags, String descriptor) {
    MemberWriter writer = new MemberWriter(name);
    writer.number(flags & JVM_FLAGS);
    writer.named(descriptor);
    writer.descriptor(descriptor);
    return writer;
  }

  private void end(MemberWriter writer, int flags, MemberId id) {
    members.put(id, writer.finish(id, flags));
  }
}
