package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.StagedOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The form in which a text is an artifact. */
enum Written {

  /** A file that holds it. */
  FILE {
    @Override
    void write(TaskRun task, String text) throws IOException {
      Runs.write(task, text);
    }

    @Override
    String read(UpstreamArtifact artifact) throws IOException {
      return Runs.text(artifact.bytes());
    }

    @Override
    String read(Path place) throws IOException {
      return Files.readString(place);
    }

    @Override
    String sha256(String text) {
      return Study.sha256(text);
    }

    @Override
    void damage(Path place) throws IOException {
      Files.delete(place);
      Files.writeString(place, "changed");
    }
  },

  /** A directory of two files, one of them in a folder, so that a mixture of two would be seen. */
  DIRECTORY {
    @Override
    void write(TaskRun task, String text) throws IOException {
      StagedOutput out = task.create("out");
      Path directory = out.directory();
      Files.createDirectory(directory.resolve("deep"));
      Files.writeString(directory.resolve(REST), rest(text));
      Files.writeString(directory.resolve(FIRST), first(text));
      out.written();
    }

    @Override
    String read(UpstreamArtifact artifact) throws IOException {
      return read(artifact.verified());
    }

    @Override
    String read(Path place) throws IOException {
      try (Stream<Path> files = Files.walk(place)) {
        List<String> names =
            files
                .filter(Files::isRegularFile)
                .map(file -> place.relativize(file).toString())
                .sorted()
                .toList();
        if (!names.equals(List.of(REST, FIRST))) {
          return "a directory of " + names;
        }
      }
      return Files.readString(place.resolve(FIRST)) + Files.readString(place.resolve(REST));
    }

    @Override
    String sha256(String text) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (String line :
          List.of(
              "crystallize-directory-1",
              "D deep",
              "F " + rest(text).length() + " " + Study.sha256(rest(text)) + " " + REST,
              "F " + first(text).length() + " " + Study.sha256(first(text)) + " " + FIRST)) {
        bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
      }
      return Study.sha256(bytes.toByteArray());
    }

    @Override
    void damage(Path place) throws IOException {
      Files.delete(place.resolve(REST));
      Files.writeString(place.resolve(REST), " changed");
    }

    private static String first(String text) {
      return text.substring(0, text.indexOf(' '));
    }

    private static String rest(String text) {
      return text.substring(text.indexOf(' '));
    }
  };

  private static final String FIRST = "first";
  private static final String REST = "deep/rest";

  /** Writes the output {@code out}. */
  abstract void write(TaskRun task, String text) throws IOException;

  /** Reads what an experiment upstream wrote. */
  abstract String read(UpstreamArtifact artifact) throws IOException;

  /** Reads what lies on the disk. */
  abstract String read(Path place) throws IOException;

  /** What stands in the journal for it. */
  abstract String sha256(String text);

  /** Changes what lies on the disk. */
  abstract void damage(Path place) throws IOException;
}
