package dev.crystallize.runtime.fingerprint;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * A field or method of a class.
 *
 * @param name its name in the class file
 * @param descriptor its descriptor, which tells fields from methods
 */
record MemberId(String name, String descriptor) {

  static final MemberId INITIALISER = new MemberId("<clinit>", "()V");

  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  /** The name as facts hold it: {@code scale(double[],int):double}, or a field's name alone. */
  String spelt() {
    if (equals(INITIALISER) || !isMethod()) {
      return name;
    }
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(Type::getClassName)
        .collect(
            Collectors.joining(
                ",", name + "(", "):" + Type.getReturnType(descriptor).getClassName()));
  }
}
