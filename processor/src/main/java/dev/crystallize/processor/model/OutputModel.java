package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.OutputKind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * One entry of {@code outputs}.
 *
 * @param config the entry
 * @param writes who writes it, in pipeline order; none or several are mistakes
 * @param writer how it is written
 * @param loader how it is read back
 * @param written the type its step writes; empty if that is not known
 * @param read the type its loader gives, which its constant and its readers have; empty if that is
 *     not known
 */
public record OutputModel(
    OutputConfig config,
    List<Write> writes,
    FormatModel writer,
    FormatModel loader,
    Optional<TypeMirror> written,
    Optional<TypeMirror> read) {
  /** Copies the list. */
  public OutputModel {
    writes = List.copyOf(writes);
  }

  /** Returns the alias by which steps write it and other experiments refer to it. */
  public String alias() {
    return config.alias().value();
  }

  /** Returns the name of its file. */
  public String fileName() {
    return config.fileName().value();
  }

  /** Returns whether it is a directory and no file. */
  public boolean isDirectory() {
    return config.kind() == OutputKind.DIRECTORY;
  }

  /**
   * A step that writes an output.
   *
   * @param step the index of the step in the pipeline
   * @param name the step's canonical name
   * @param type the type it writes; empty if that is not known
   * @param place the parameter, or the method with {@code @Artifact}
   */
  public record Write(int step, String name, Optional<TypeMirror> type, ElementPlace place) {}
}
