package dev.crystallize.runtime;

import java.util.Objects;
import java.util.function.Function;

/**
 * Something expensive that tasks share, such as a client or a loaded model. A run makes it when the
 * first task needs it, once for equal values of its parameters, which are those of the task's
 * condition; tasks, conditions and experiments with the same values share one instance. If it is
 * {@link AutoCloseable}, the run closes it at its end, after what was made later.
 *
 * @param <T> what is shared; safe for use by several tasks at once
 */
public final class SharedResource<T> {

  private final Object id;
  private final String name;
  private final Class<? super T> type;
  private final int concurrency;
  private final Declaration declaration;
  private final ResourceBody<T> body;

  private SharedResource(
      Object id,
      String name,
      Class<? super T> type,
      int concurrency,
      Declaration declaration,
      ResourceBody<T> body) {
    this.id = id;
    this.name = name;
    this.type = type;
    this.concurrency = concurrency;
    this.declaration = declaration;
    this.body = body;
  }

  /** A method is the same resource in all experiments that use it; the type tells loaders apart. */
  private record MethodId(String owner, String name, Class<?> type) {}

  /**
   * A resource of its own, different from all others.
   *
   * @param name its name, for messages
   * @param type what it makes, without type arguments
   * @param maker declares its parameters and the resources it uses, and returns its body
   * @return the resource
   * @throws IllegalArgumentException if it declares more than that
   */
  public static <T> SharedResource<T> of(
      String name, Class<? super T> type, Function<StepSpec, ResourceBody<T>> maker) {
    return of(new Object(), name, type, maker);
  }

  /**
   * The resource that a method makes. It is one and the same wherever it is named.
   *
   * @param owner the binary name of the class of the method. It is no class literal, which would
   *     make the whole class count as code that the tasks depend on
   * @param name its name, for messages
   * @param type what it makes, without type arguments
   * @param maker declares its parameters and the resources it uses, and returns its body
   * @return the resource
   * @throws IllegalArgumentException if it declares more than that
   */
  public static <T> SharedResource<T> of(
      String owner, String name, Class<? super T> type, Function<StepSpec, ResourceBody<T>> maker) {
    return of(new MethodId(owner, name, type), name, type, maker);
  }

  private static <T> SharedResource<T> of(
      Object id, String name, Class<? super T> type, Function<StepSpec, ResourceBody<T>> maker) {
    StepSpec spec = new StepSpec();
    ResourceBody<T> body = maker.apply(spec);
    Declaration declaration = Declaration.of(spec);
    if (!declaration.outputs().isEmpty()
        || !declaration.failures().equals(FailureSettings.NONE)
        || declaration.mayReadAnything()) {
      throw new IllegalArgumentException(
          "resource '" + name + "' can declare parameters and resources, and nothing else");
    }
    return new SharedResource<>(id, name, type, Integer.MAX_VALUE, declaration, body);
  }

  /**
   * The same resource with a bound on the tasks that use it at the same time, all instances
   * together. Tasks that have to wait occupy no thread.
   *
   * @param tasks at least 1
   * @return the bounded resource
   * @throws IllegalArgumentException if it is below 1
   */
  public SharedResource<T> concurrency(int tasks) {
    if (tasks < 1) {
      throw new IllegalArgumentException(
          "the concurrency of resource '" + name + "' must be at least 1, not " + tasks);
    }
    return new SharedResource<>(id, name, type, tasks, declaration, body);
  }

  String name() {
    return name;
  }

  Class<? super T> type() {
    return type;
  }

  int concurrency() {
    return concurrency;
  }

  Declaration declaration() {
    return declaration;
  }

  ResourceBody<T> body() {
    return body;
  }

  /** The name with the class that declares it, if it is a method. */
  String qualifiedName() {
    return id instanceof MethodId method ? method.owner() + "." + name : name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedResource<?> resource && resource.id.equals(id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id);
  }

  @Override
  public String toString() {
    return name;
  }
}
