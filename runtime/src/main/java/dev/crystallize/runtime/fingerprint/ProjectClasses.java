package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Classes by internal names; those of the project are read once. */
final class ProjectClasses {

  /** Where the two bytes of a class file's version begin that count up. */
  private static final int MAJOR_VERSION = 6;

  private final ClassResolver resolver;
  private final Predicate<String> leftOut;
  private final Map<String, ClassHome> homes = new HashMap<>();
  private final Map<String, Boolean> leftOutNames = new HashMap<>();
  private final Map<String, Optional<ProjectClass>> read = new HashMap<>();
  private final Set<String> unreadable = new TreeSet<>();

  ProjectClasses(ClassResolver resolver, Predicate<String> leftOut) {
    this.resolver = resolver;
    this.leftOut = leftOut;
  }

  ClassHome home(String name) {
    if (name.startsWith("java/")) {
      return ClassHome.JDK;
    }
    return homes.computeIfAbsent(name, each -> resolver.home(binary(each)));
  }

  /** Whether the class, or one that encloses it, does not count. */
  boolean isLeftOut(String name) {
    return leftOutNames.computeIfAbsent(name, each -> isLeftOutNow(binary(each)));
  }

  private boolean isLeftOutNow(String className) {
    for (int end = className.length(); end > 0; end = className.lastIndexOf('$', end - 1)) {
      if (leftOut.test(className.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** A class of the project, whether it counts or not; empty for others and unreadable ones. */
  Optional<ProjectClass> find(String name) {
    if (home(name) != ClassHome.PROJECT) {
      return Optional.empty();
    }
    return read.computeIfAbsent(name, this::read);
  }

  /** The classes of the project whose bytes could not be had. */
  boolean isUnreadable(String name) {
    return unreadable.contains(name);
  }

  static String binary(String name) {
    return name.replace('/', '.');
  }

  private Optional<ProjectClass> read(String name) {
    try {
      return Optional.of(parse(name, resolver.bytes(binary(name))));
    } catch (IOException e) {
      // Told by isUnreadable: the caller decides what work without the class is worth.
      unreadable.add(name);
      return Optional.empty();
    }
  }

  private static ProjectClass parse(String name, byte[] file) {
    try {
      return ClassFileReader.read(new ClassReader(file));
    } catch (RuntimeException e) {
      // ASM promises no kind of exception for files that it does not understand.
      return parseUnknown(name, file);
    }
  }

  /** Counts the file whole, and follows its references as far as it resembles what is known. */
  private static ProjectClass parseUnknown(String name, byte[] file) {
    Optional<String> whole = Optional.of(Sha256.shortOf(file));
    try {
      byte[] known = file.clone();
      known[MAJOR_VERSION] = 0;
      known[MAJOR_VERSION + 1] = Opcodes.V17;
      ProjectClass read = ClassFileReader.read(new ClassReader(known));
      return new ProjectClass(
          name,
          read.superName(),
          read.interfaces(),
          read.nested(),
          read.header(),
          read.members(),
          whole);
    } catch (RuntimeException e) {
      MemberCode nothing = new MemberWriter(name).finish(new MemberId("class", ""), 0);
      return new ProjectClass(name, "", Set.of(), Set.of(), nothing, Map.of(), whole);
    }
  }
}
