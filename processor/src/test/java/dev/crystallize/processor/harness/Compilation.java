package dev.crystallize.processor.harness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outcome of compiling a project.
 *
 * @param success whether the compiler was content
 * @param reports all it said, in its order
 * @param generated the generated sources by path, also those of a failed compilation
 * @param output the class output by path, resources included
 * @param log what the compiler printed besides
 */
public record Compilation(
    Compiler compiler,
    boolean success,
    List<Report> reports,
    Map<String, String> generated,
    Map<String, byte[]> output,
    String log) {

  /** Returns the errors. */
  public List<Report> errors() {
    return reports.stream().filter(Report::isError).toList();
  }

  /** Returns the ids of all that was said, in order; that of a compiler's own is empty. */
  public List<String> ids() {
    return reports.stream().map(Report::id).toList();
  }

  /** Returns all that was said with this id. */
  public List<Report> reports(String id) {
    return reports.stream().filter(report -> report.id().equals(id)).toList();
  }

  /**
   * Returns the only report.
   *
   * @throws AssertionError if there is none or more than one, with all of them
   */
  public Report only() {
    if (reports.size() != 1) {
      throw new AssertionError("expected one report, but " + describe());
    }
    return reports.get(0);
  }

  /** Returns the source of a generated class, given by its qualified name. */
  public Optional<String> source(String qualifiedName) {
    return Optional.ofNullable(generated.get(qualifiedName.replace('.', '/') + ".java"));
  }

  /** Returns everything for the message of a failing test. */
  public String describe() {
    return compiler
        + (success ? " was content: " : " failed: ")
        + reports.stream().map(Report::toString).collect(Collectors.joining("\n  ", "\n  ", "\n"))
        + log;
  }
}
