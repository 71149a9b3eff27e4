package dev.crystallize.processor.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives each thing in a scope a Java name of its own, the same ones for the same requests. */
final class NameScope {

  private final Set<String> taken;

  NameScope(Collection<String> reserved) {
    this.taken = new HashSet<>(reserved);
  }

  /** Returns the wanted name, or, if it is taken, that name with a number behind it. */
  String unique(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + number;
    }
    return name;
  }
}
