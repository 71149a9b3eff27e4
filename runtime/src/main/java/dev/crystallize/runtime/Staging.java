package dev.crystallize.runtime;

import dev.crystallize.runtime.store.StagedOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Lets a writer choose how to write an output, and ends the writing. */
final class Staging implements ArtifactWriter.Target {

  private final StagedOutput output;
  private Optional<OutputStream> stream = Optional.empty();

  Staging(StagedOutput output) {
    this.output = output;
  }

  @Override
  public OutputStream stream() throws IOException {
    OutputStream opened = output.stream();
    stream = Optional.of(opened);
    return opened;
  }

  @Override
  public Path file() {
    return output.path();
  }

  @Override
  public Path directory() throws IOException {
    return output.directory();
  }

  /** Ends the writing after the writer has returned. */
  void finish() throws IOException {
    if (stream.isPresent()) {
      stream.get().close();
    } else {
      output.written();
    }
  }

  /** Gives the file free after the writer has failed; what it holds is dropped with the task. */
  void abandon() throws IOException {
    if (stream.isPresent()) {
      stream.get().close();
    }
  }
}
