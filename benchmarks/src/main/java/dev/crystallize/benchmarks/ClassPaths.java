package dev.crystallize.benchmarks;

import java.io.File;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of this process's class path, as others would have them. */
final class ClassPaths {

  private static final List<String> USER =
      List.of("crystallize-annotations-", "crystallize-runtime-", "commons-cli-", "asm-");
  private static final List<String> NOT_DAGGER =
      List.of("crystallize-", "spring-", "h2-", "jmh-", "dexecutor-", "micrometer-", "jackson-");

  private ClassPaths() {}

  /** What a user's project has: the runtime and what it needs. */
  static String user() {
    return where(name -> USER.stream().anyMatch(name::startsWith));
  }

  /** Our processor, which needs nothing else. */
  static String processor() {
    return where(name -> name.startsWith("crystallize-processor-"));
  }

  /** The classes of this module. */
  static String own() {
    return where(name -> !name.endsWith(".jar") || name.startsWith("crystallize-benchmarks-"));
  }

  /** Dagger's annotations. */
  static String dagger() {
    return where(
        name ->
            name.startsWith("dagger-2")
                || name.startsWith("javax.inject-")
                || name.startsWith("jakarta.inject-"));
  }

  /** Dagger's processor with what it needs. */
  static String daggerProcessor() {
    return where(name -> name.endsWith(".jar") && NOT_DAGGER.stream().noneMatch(name::startsWith));
  }

  private static String where(Predicate<String> wanted) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> wanted.test(new File(entry).getName()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
