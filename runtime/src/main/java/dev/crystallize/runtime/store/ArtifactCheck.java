package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * Whether the artifacts of a committed task stand: by size and time of modification, by content
 * where the time differs or where it is asked for.
 */
final class ArtifactCheck {

  private final boolean always;

  /** A check that reads every artifact, or only those whose time differs. */
  ArtifactCheck(boolean always) {
    this.always = always;
  }

  /** Why a task has to run again although its fingerprint is the same; empty if all stands. */
  Optional<Verdict.Run> damage(StoredVersion version, Committed task, List<StoredOutput> outputs)
      throws IOException {
    for (StoredOutput output : outputs) {
      Optional<ArtifactEntry> entry =
          task.artifacts().stream()
              .filter(candidate -> candidate.output().equals(output.alias()))
              .findFirst();
      if (entry.isEmpty()) {
        return Optional.of(new Verdict.ArtifactMissing(version.number(), output.alias()));
      }
      Path file = DataPaths.artifact(version.folder(), task.replicate(), task.condition(), output);
      try {
        if (!version.holds(DataPaths.folderOf(file)) || !stands(file, entry.get())) {
          return Optional.of(new Verdict.ArtifactChanged(version.number(), output.alias()));
        }
      } catch (ArtifactException e) {
        return Optional.of(new Verdict.ArtifactChanged(version.number(), output.alias()));
      } catch (NoSuchFileException e) {
        return Optional.of(new Verdict.ArtifactMissing(version.number(), output.alias()));
      }
    }
    return Optional.empty();
  }

  /** A link does not: it is neither a folder nor a file. */
  private boolean stands(Path file, ArtifactEntry entry) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (found.isDirectory()) {
      return stands(DirectoryContent.of(file), entry);
    }
    if (!found.isRegularFile() || found.size() != entry.size()) {
      return false;
    }
    return (!always && found.lastModifiedTime().toMillis() == entry.modified())
        || Hashes.hex(Hashes.ofFile(file)).equals(entry.sha256());
  }

  private boolean stands(DirectoryContent content, ArtifactEntry entry) throws IOException {
    return content.size() == entry.size()
        && ((!always && content.stamp() == entry.modified())
            || Hashes.hex(content.sha256()).equals(entry.sha256()));
  }
}
