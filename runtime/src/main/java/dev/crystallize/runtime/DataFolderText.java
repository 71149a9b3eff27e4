package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Escapes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Lays a data folder out for people. */
final class DataFolderText {

  private static final String INDENT = "  ";
  private static final int COMMIT_SHOWN = 10;

  private DataFolderText() {}

  /** One line for a version. */
  static String of(DataVersion version) {
    return version.experiment() + " " + TextTable.of(List.of(cells("", version)));
  }

  /** A table for each experiment, with a line for each version. */
  static String of(DataFolder folder) {
    List<String> parts = new ArrayList<>();
    for (String experiment : folder.experiments()) {
      List<List<String>> rows =
          folder.versions(experiment).stream().map(version -> cells(INDENT, version)).toList();
      parts.add(experiment + "\n" + TextTable.of(rows));
    }
    parts.add("data: " + folder.path());
    return String.join("\n\n", parts);
  }

  private static List<String> cells(String indent, DataVersion version) {
    List<String> cells = new ArrayList<>();
    cells.add(indent + "v" + version.number());
    cells.add(version.state().toString());
    if (version.problem().isPresent()) {
      cells.add(Escapes.onOneLine(version.problem().get()));
      return cells;
    }
    cells.add(counted(version.conditions().size(), "condition"));
    cells.add(counted(version.replicates(), "replicate"));
    version
        .provenance()
        .ifPresent(
            provenance -> {
              cells.add(provenance.end().truncatedTo(ChronoUnit.SECONDS).toString());
              provenance.commit().ifPresent(commit -> cells.add("commit " + shortened(commit)));
            });
    if (version.writer() == DataVersion.Writer.PYTHON) {
      cells.add("written by the Python system");
    }
    return cells;
  }

  static String shortened(String commit) {
    return commit.substring(0, Math.min(COMMIT_SHOWN, commit.length()));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
