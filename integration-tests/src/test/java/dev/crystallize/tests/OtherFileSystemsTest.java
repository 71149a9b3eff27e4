package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Feature;
import com.google.common.jimfs.Jimfs;
import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.StorageException;
import dev.crystallize.runtime.codec.Codec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data folders that do not lie on the file system of the operating system. */
class OtherFileSystemsTest {

  private static final List<String> RAN = new ArrayList<>();
  private static final ArtifactRef<String> TEXT =
      ArtifactRef.of(() -> Nodes.WRITE, "text", ArtifactLoader.text(String::valueOf));

  @TempDir private Path disk;

  static Stream<Configuration> systems() {
    return Stream.of(
        Configuration.unix(),
        Configuration.unix().toBuilder().setAttributeViews("posix").build(),
        Configuration.unix().toBuilder().setSupportedFeatures(Feature.FILE_CHANNEL).build(),
        Configuration.windows());
  }

  @BeforeEach
  void forget() {
    RAN.clear();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aRunInMemoryIsResumedAndMendedThere(Configuration system) throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(system)) {
      Path data = memory.getPath("data");
      GraphResult first = run(data, "one");
      assertThat(first.successful()).isTrue();
      assertThat(RAN).containsExactlyInAnyOrder("write", "write", "read", "read");

      RAN.clear();
      assertThat(run(data, "one").successful()).isTrue();
      assertThat(RAN).isEmpty();

      Path artifact = first.get("write").artifact("text", "baseline", 1);
      assertThat(artifact.getFileSystem()).isSameAs(memory);
      Files.delete(artifact);
      Files.writeString(artifact, "damaged");
      assertThat(run(data, "one").successful()).isTrue();
      assertThat(RAN).containsExactly("write");
    }
  }

  /** What another version holds is taken over by links, and by copies where there are none. */
  @ParameterizedTest
  @MethodSource("systems")
  void anEditThatIsTakenBackRunsNothing(Configuration system) throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(system)) {
      Path data = memory.getPath("data");
      run(data, "one");
      run(data, "two");
      RAN.clear();
      GraphResult back = run(data, "one");
      assertThat(RAN).isEmpty();
      assertThat(Files.readString(back.get("write").artifact("text", "baseline", 0)))
          .isEqualTo("one 0");
    }
  }

  @Test
  void aFileSystemWithoutAtomicMovesIsRefusedBeforeAnyTaskRuns() throws IOException {
    URI zip = URI.create("jar:" + disk.resolve("data.zip").toUri());
    try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      assertThatThrownBy(() -> run(archive.getPath("/data"), "one"))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("cannot use the data folder /data")
          .hasMessageContaining("file system");
      assertThat(RAN).isEmpty();
    }
  }

  private static GraphResult run(Path data, String word) {
    return ExperimentGraph.of(Nodes.READ)
        .run(
            RunOptions.builder()
                .dataDirectory(data)
                .set("write.word", word)
                .resume(true)
                .parallelism(1)
                .build());
  }

  /** Made after the reference to them. */
  private static final class Nodes {
    static final ExperimentNode WRITE = write();
    static final ExperimentNode READ = read();

    private static ExperimentNode write() {
      ExperimentNode.Builder node =
          ExperimentNode.builder("write").replicates(2).baseline(Map.of("word", "zero"));
      node.start()
          .through(
              "write_text",
              step -> {
                var word = step.param("word", Codec.STRING);
                var out = step.output(TEXT, "text.txt", ArtifactWriter.text((String text) -> text));
                return (context, none) -> {
                  RAN.add("write");
                  context.output(out).write(context.get(word) + " " + context.replicate());
                };
              });
      return node.build();
    }

    private static ExperimentNode read() {
      ExperimentNode.Builder node = ExperimentNode.builder("read");
      var input = node.input("text", TEXT.input());
      node.start()
          .through(
              "measure",
              step ->
                  (context, none) -> {
                    RAN.add("read");
                    context.metrics().record("length", context.get(input).length());
                  });
      return node.build();
    }
  }
}
