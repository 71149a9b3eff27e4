package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.StepRef;
import dev.crystallize.runtime.engine.TaskRun;
import dev.crystallize.runtime.store.StagedFile;
import dev.crystallize.runtime.store.StagedOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A task that runs alone: nobody takes it back, and what it writes is nobody's result. */
final class DebugTask implements TaskRun {

  private final TaskId task;
  private final Map<String, UpstreamArtifact> artifacts;
  private final Map<String, OutputCode<?>> outputs;
  private final Path folder;
  private final DebugNotes notes;
  private final List<StagedFile> files = new ArrayList<>();
  private Optional<String> step = Optional.empty();

  /**
   * A task.
   *
   * @param task which one
   * @param artifacts what its inputs read, by alias
   * @param outputs what it may write, by alias
   * @param folder where to write it
   * @param notes are told what runs and what is written
   */
  DebugTask(
      TaskId task,
      Map<String, UpstreamArtifact> artifacts,
      Map<String, OutputCode<?>> outputs,
      Path folder,
      DebugNotes notes) {
    this.task = task;
    this.artifacts = Map.copyOf(artifacts);
    this.outputs = Map.copyOf(outputs);
    this.folder = folder;
    this.notes = notes;
  }

  /** The step that began last. */
  Optional<String> step() {
    return step;
  }

  /**
   * Checks that every output was written.
   *
   * @throws ArtifactException if one was not
   */
  void requireWritten() {
    for (OutputCode<?> output : outputs.values()) {
      if (files.stream().noneMatch(file -> isWritten(file, output))) {
        throw new ArtifactException(
            "[output-not-written] "
                + task
                + " ended without writing output '"
                + output.alias()
                + "' ("
                + output.fileName()
                + "); each output is written exactly once");
      }
    }
    for (StagedFile file : files) {
      notes.wrote(file.alias(), file.size(), file.file());
    }
  }

  private static boolean isWritten(StagedFile file, OutputCode<?> output) {
    return file.alias().equals(output.alias()) && file.complete();
  }

  @Override
  public int experimentIndex() {
    return 0;
  }

  @Override
  public String experiment() {
    return task.experiment();
  }

  @Override
  public String condition() {
    return task.condition();
  }

  @Override
  public int replicate() {
    return task.replicate();
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public void step(StepRef begun) {
    step = Optional.of(begun.name());
    notes.step(begun.name());
  }

  @Override
  public UpstreamArtifact artifact(String alias) {
    UpstreamArtifact artifact = artifacts.get(alias);
    if (artifact == null) {
      throw new IllegalArgumentException(
          "'" + task.experiment() + "' reads nothing under the name '" + alias + "'");
    }
    return artifact;
  }

  @Override
  public StagedOutput create(String output) {
    OutputCode<?> known = outputs.get(output);
    if (known == null) {
      throw new IllegalArgumentException(
          "'" + task.experiment() + "' has no output '" + output + "'");
    }
    if (files.stream().anyMatch(file -> file.alias().equals(output))) {
      throw new IllegalStateException("output '" + output + "' is written twice");
    }
    StagedFile file = new StagedFile(output, folder.resolve(known.fileName()));
    files.add(file);
    return file;
  }

  @Override
  public boolean revoked() {
    return false;
  }
}
