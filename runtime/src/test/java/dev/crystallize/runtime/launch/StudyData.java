package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.StoredVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the processes of a {@link KilledStudy} have left. */
final class StudyData {

  private StudyData() {}

  /** All versions, as they are now. */
  static List<StoredVersion> versions(Path data) {
    List<StoredVersion> versions = new ArrayList<>();
    for (String experiment : KilledStudy.EXPERIMENTS) {
      DataFolder.at(data).newest(experiment, version -> !versions.add(version));
    }
    return versions;
  }

  /** The tasks that any version holds. */
  static Set<String> committed(Path data) {
    Set<String> committed = new TreeSet<>();
    for (StoredVersion version : versions(data)) {
      version
          .tasks()
          .forEach(
              task ->
                  committed.add(
                      version.header().experiment()
                          + " "
                          + task.condition()
                          + " "
                          + task.replicate()));
    }
    return committed;
  }

  /** What the newest full versions hold but for journals and provenance, which tell of times. */
  static Map<String, String> results(Path data) throws IOException {
    Map<String, String> results = new TreeMap<>();
    for (String experiment : KilledStudy.EXPERIMENTS) {
      results.putAll(results(experiment, DataFolder.at(data).newestFull(experiment).folder()));
    }
    return results;
  }

  /** What one version holds. */
  static Map<String, String> results(String experiment, Path version) throws IOException {
    Map<String, String> results = new TreeMap<>();
    try (Stream<Path> files = Files.walk(version)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = version.relativize(file).toString();
        if (!name.startsWith("_journal") && !name.startsWith("_provenance")) {
          results.put(experiment + "/" + name, Files.readString(file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return results;
  }
}
