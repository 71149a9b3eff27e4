package dev.crystallize.runtime.fingerprint;

/** What a piece of code refers to. Classes are given by internal names, such as {@code com/A$B}. */
sealed interface Reference {

  /** The class that is referred to. */
  String owner();

  /** Instances of the class may exist. */
  record Instance(String owner) implements Reference {}

  /** A method is called, or a field read or written; without {@code isStatic}, of an instance. */
  record Use(String owner, MemberId member, boolean isStatic) implements Reference {}
}
