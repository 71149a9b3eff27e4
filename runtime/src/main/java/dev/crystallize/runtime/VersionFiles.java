package dev.crystallize.runtime;

import dev.crystallize.runtime.store.MetricsCsv;
import dev.crystallize.runtime.store.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes what people and tools read beside the data of a version. */
final class VersionFiles {

  private VersionFiles() {}

  /** Writes the files of one experiment, unless the run left its version as it was. */
  static void write(Result result) {
    Optional<Path> version = result.versionFolder();
    if (version.isEmpty() || result.provenance().isEmpty()) {
      return;
    }
    byte[] provenance =
        (result.provenance().get().toJson() + "\n").getBytes(StandardCharsets.UTF_8);
    ResultCsv.write(List.of(result), version.get().resolve(MetricsCsv.FILE_NAME));
    WholeFile.write(version.get().resolve(Provenance.FILE_NAME), out -> out.write(provenance));
  }
}
