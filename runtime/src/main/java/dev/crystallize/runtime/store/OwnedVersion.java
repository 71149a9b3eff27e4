package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.JournalEntry.Define;
import dev.crystallize.runtime.store.JournalEntry.End;
import dev.crystallize.runtime.store.JournalEntry.Failed;
import dev.crystallize.runtime.store.JournalEntry.Header;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A version that this run may write to. */
final class OwnedVersion {

  private final int number;
  private final Path folder;
  private final JournalWriter journal;
  private final Map<Definition, Integer> definitions = new HashMap<>();
  private int nextDefinition;

  /**
   * A version whose journal begins or goes on with a header of this run.
   *
   * @param known what its journal defines already
   */
  OwnedVersion(int number, Path folder, JournalWriter journal, Map<Integer, Definition> known) {
    this.number = number;
    this.folder = folder;
    this.journal = journal;
    known.forEach(
        (name, definition) -> {
          definitions.put(definition, name);
          nextDefinition = Math.max(nextDefinition, name + 1);
        });
  }

  int number() {
    return number;
  }

  Path folder() {
    return folder;
  }

  Path staged(String name) {
    return folder.resolve(DataPaths.STAGING).resolve(name);
  }

  /** Definitions and the lines that use them are queued under one lock, so in this order. */
  synchronized List<Integer> define(List<Definition> all) throws IOException {
    List<Integer> numbers = new ArrayList<>(all.size());
    for (Definition definition : all) {
      Integer known = definitions.get(definition);
      if (known == null) {
        known = nextDefinition++;
        journal.append(JournalLine.encode(new Define(known, definition)), false);
        definitions.put(definition, known);
      }
      numbers.add(known);
    }
    return numbers;
  }

  /**
   * Moves a staged file or folder to its place.
   *
   * @param directory whether it is a folder, which spares every file the question
   */
  void place(Path staged, Path place, boolean directory) throws IOException {
    DataPaths.makeFolder(DataPaths.folderOf(place), folder);
    if (directory) {
      placeFolder(staged, place);
      return;
    }
    try {
      AtomicMove.move(staged, place);
    } catch (FileSystemException e) {
      if (!FileTrees.isFolder(place)) {
        throw e;
      }
      placeFolder(staged, place);
    }
  }

  /** No folder can be replaced: what an attempt that was not committed has left is moved away. */
  private static void placeFolder(Path staged, Path place) throws IOException {
    Path old = staged.resolveSibling(staged.getFileName() + "-old");
    try {
      AtomicMove.move(place, old);
    } catch (NoSuchFileException e) {
      // Nothing is in the way, as a rule.
    }
    AtomicMove.move(staged, place);
    FileTrees.delete(old);
  }

  void append(byte[] line, boolean awaited) throws IOException {
    journal.append(line, awaited);
  }

  void failed(Failed failure) throws IOException {
    journal.append(JournalLine.encode(failure), false);
  }

  /** Takes a task over from another version: its artifacts by links, its line as a copy. */
  void gather(Verdict.Reuse reuse, List<StoredOutput> outputs, String stagedName)
      throws IOException {
    Committed task = reuse.task();
    for (StoredOutput output : outputs) {
      Path source =
          DataPaths.artifact(reuse.version().folder(), task.replicate(), task.condition(), output);
      Path staged = staged(stagedName);
      FileTrees.link(source, staged);
      place(
          staged,
          DataPaths.artifact(folder, task.replicate(), task.condition(), output),
          FileTrees.isFolder(staged));
      // Moving a link onto a link to the same file does nothing at all.
      Files.deleteIfExists(staged);
    }
    append(
        JournalLine.encode(
            new Committed(
                task.condition(),
                task.replicate(),
                task.attempt(),
                task.measures(),
                task.artifacts().stream().filter(entry -> isOne(outputs, entry)).toList(),
                task.fingerprint(),
                task.reads(),
                define(reuse.version().definitions(task)),
                task.microseconds(),
                OptionalInt.of(reuse.version().number()))),
        false);
  }

  private static boolean isOne(List<StoredOutput> outputs, ArtifactEntry entry) {
    return outputs.stream().anyMatch(output -> output.alias().equals(entry.output()));
  }

  /** Writes the results of a condition that has ended. */
  void results(String condition, ConditionResults results) throws IOException {
    journal.flush();
    new DerivedFiles(folder).results(condition, results);
  }

  /**
   * Ends the version: whatever is derived from its journal is written.
   *
   * @param closing the content of further files, by name
   */
  void end(Header header, Map<String, WholeFile.Content> closing, boolean full) throws IOException {
    DerivedFiles files = new DerivedFiles(folder);
    files.closing(closing);
    files.describe(header);
    append(JournalLine.encode(new End(full)), true);
    journal.close();
    try {
      Files.deleteIfExists(folder.resolve(DataPaths.STAGING));
    } catch (DirectoryNotEmptyException e) {
      // An executor that reports late may still write there.
      return;
    }
  }

  /** Whether nothing can be written any more. */
  boolean closed() {
    return journal.closed();
  }

  /**
   * Leaves the version open, as far as it came.
   *
   * @param closing the content of further files, by name
   */
  void leave(Header header, Map<String, WholeFile.Content> closing) throws IOException {
    journal.close();
    DerivedFiles files = new DerivedFiles(folder);
    files.closing(closing);
    files.describe(header);
  }
}
