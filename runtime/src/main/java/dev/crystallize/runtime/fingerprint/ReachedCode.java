package dev.crystallize.runtime.fingerprint;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * Finds the code that entry points reach through the project's own classes, and digests it.
 *
 * <p>Static methods and fields count one by one, together with the static initialiser of their
 * class. A class counts whole, with its superclasses and interfaces, as soon as instances of it may
 * exist: it is constructed, cast to, caught, or the type of a field, parameter or result. Lambdas
 * count where they are made, wherever the compiler put them. Line numbers, names of local variables
 * and parameters, generic signatures, annotations and the order of members do not count.
 *
 * <p>What reflection, services and native code reach is not seen. Classes are read once for each
 * object of this class, which is for one thread.
 */
public final class ReachedCode {

  private final ProjectClasses classes;

  /**
   * Code of the classes that a resolver finds.
   *
   * @param resolver finds classes
   * @param leftOut tells by the binary name which classes do not count, with those nested in them:
   *     generated ones
   */
  public ReachedCode(ClassResolver resolver, Predicate<String> leftOut) {
    this.classes = new ProjectClasses(resolver, leftOut);
  }

  /**
   * Follows entry points.
   *
   * @param entryPoints where the code begins; their order does not matter
   * @return what they reach
   */
  public Reached from(Collection<? extends EntryPoint> entryPoints) {
    CodeWalk walk = new CodeWalk(classes);
    EntryFinder finder = new EntryFinder(classes, walk);
    entryPoints.forEach(finder::enter);
    return walk.finish();
  }
}
