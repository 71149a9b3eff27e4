package dev.crystallize.runtime.fingerprint;

import java.util.Optional;

/** Where code that a task runs begins. Classes are given by binary names. */
public sealed interface EntryPoint {

  /** The class that the code stands in. */
  String className();

  /**
   * A method that a task calls: all overloads of that name. If one of them is an instance method,
   * the class counts whole.
   *
   * @param className the class, or a subclass of the one that declares it
   * @param name the method's name
   */
  record Method(String className, String name) implements EntryPoint {}

  /**
   * A class that counts whole, such as one that builds a node in its own code.
   *
   * @param className the class
   */
  record WholeClass(String className) implements EntryPoint {}

  /**
   * What a generated class calls: all that its code and that of its nested classes refers to,
   * except verifiers and rankers. The generated class itself does not count.
   *
   * @param className the generated class
   * @param member the only method whose references are followed, with its lambdas, such as {@code
   *     <clinit>}; empty for all, those of nested classes included
   */
  record CallsOf(String className, Optional<String> member) implements EntryPoint {}

  /**
   * A method that a task calls.
   *
   * @param className the class, or a subclass of the one that declares it
   * @param name the method's name
   * @return the entry point
   */
  static EntryPoint method(String className, String name) {
    return new Method(className, name);
  }

  /**
   * A class that counts whole.
   *
   * @param className the class
   * @return the entry point
   */
  static EntryPoint wholeClass(String className) {
    return new WholeClass(className);
  }

  /**
   * What a generated class and its nested classes call.
   *
   * @param className the generated class
   * @return the entry point
   */
  static EntryPoint callsOf(String className) {
    return new CallsOf(className, Optional.empty());
  }

  /**
   * What one member of a generated class calls.
   *
   * @param className the generated class
   * @param member the method's name
   * @return the entry point
   */
  static EntryPoint callsOf(String className, String member) {
    return new CallsOf(className, Optional.of(member));
  }
}
