package dev.crystallize.runtime;

/**
 * An output of an experiment: what to call its file, how to write and how to read it.
 *
 * @param slot the output
 * @param fileName the file's name
 * @param loader reads it
 * @param writer writes it
 * @param <T> what the writer takes
 */
record OutputCode<T>(
    OutputSlot<T> slot,
    String fileName,
    ArtifactLoader<?> loader,
    ArtifactWriter<? super T> writer) {

  String alias() {
    return slot.alias();
  }

  boolean isDirectory() {
    return writer.isDirectory();
  }

  OutputCode<T> withFileName(String newName) {
    return new OutputCode<>(slot, newName, loader, writer);
  }
}
