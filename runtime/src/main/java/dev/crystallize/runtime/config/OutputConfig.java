package dev.crystallize.runtime.config;

import java.util.Optional;

/**
 * One entry of {@code outputs}, in its short or long form.
 *
 * @param alias the name by which steps write it and other experiments refer to it
 * @param declaredFileName the name of its file, if it is given
 * @param writer the name of its writer, if it is given
 * @param loader the name of its loader, if it is given
 * @param declaredKind what it is on disk, if it is given
 */
public record OutputConfig(
    Located<String> alias,
    Optional<Located<String>> declaredFileName,
    Optional<Located<String>> writer,
    Optional<Located<String>> loader,
    Optional<Located<OutputKind>> declaredKind) {

  /** Returns the name of its file, which is the alias if none is given, and where it stands. */
  public Located<String> fileName() {
    return declaredFileName.orElse(alias);
  }

  /** Returns what it is on disk, a file if nothing is given. */
  public OutputKind kind() {
    return declaredKind.map(Located::value).orElse(OutputKind.FILE);
  }
}
