package dev.crystallize.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.config.ConfigFile;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** Compilers hand out resources each in its own way. */
class StrangeFilersTest {

  private static final String YAML = "steps: [ look ]\n";

  /** Answers as a compiler does for one path. */
  private interface Answer {
    FileObject of(String path) throws IOException;
  }

  @Test
  void javacThrowsWhereThereIsNoFile() {
    Map<StandardLocation, Answer> javac =
        Map.of(
            StandardLocation.SOURCE_PATH,
            path -> {
              throw new FileNotFoundException(path);
            },
            StandardLocation.CLASS_OUTPUT,
            path -> file("/out/classes/" + path));

    assertThat(found(javac)).isPresent();
  }

  @Test
  void javacRefusesALocationThatIsNotSet() {
    Map<StandardLocation, Answer> javac =
        Map.of(
            StandardLocation.SOURCE_PATH,
            path -> {
              throw new IllegalArgumentException("unknown location");
            },
            StandardLocation.CLASS_OUTPUT,
            path -> file("/out/classes/" + path));

    assertThat(found(javac)).isPresent();
  }

  @Test
  void ecjHandsOutFilesThatFailOnOpening() {
    Map<StandardLocation, Answer> ecj =
        Map.of(
            StandardLocation.SOURCE_PATH,
            path -> missing("/src/" + path),
            StandardLocation.CLASS_OUTPUT,
            path -> file("/bin/" + path));

    assertThat(found(ecj)).isPresent();
  }

  @Test
  void eclipseKnowsNoSourcePath() {
    Map<StandardLocation, Answer> eclipse =
        Map.of(
            StandardLocation.SOURCE_PATH,
            path -> {
              throw new UnsupportedOperationException("SOURCE_PATH");
            },
            StandardLocation.CLASS_PATH,
            path -> {
              throw new UnsupportedOperationException("CLASS_PATH");
            },
            StandardLocation.CLASS_OUTPUT,
            path -> file("/workspace/app/bin/" + path));

    assertThat(found(eclipse)).isPresent();
  }

  @Test
  void aFileWhosePathWasFlattenedBelongsToAnyExperimentAndIsNotRead() {
    Map<StandardLocation, Answer> flattening =
        Map.of(
            StandardLocation.SOURCE_PATH,
            path -> {
              throw new FileNotFoundException(path);
            },
            StandardLocation.CLASS_OUTPUT,
            path -> file("/here/config.yaml"));

    ConfigSearch search = search(flattening);

    assertThat(search).isInstanceOf(ConfigSearch.Missing.class);
    assertThat(((ConfigSearch.Missing) search).tried())
        .anySatisfy(place -> assertThat(place).contains("no -d"));
  }

  @Test
  void aCompilerWithoutAnyPlaceIsToldWhatWasTried() {
    Map<StandardLocation, Answer> nowhere =
        Map.of(
            StandardLocation.SOURCE_PATH,
            path -> missing("/src/" + path),
            StandardLocation.CLASS_OUTPUT,
            path -> missing("/bin/" + path));

    ConfigSearch search = search(nowhere);

    assertThat(((ConfigSearch.Missing) search).tried())
        .containsExactly(
            "source path: /src/experiments/look/config.yaml",
            "class output: /bin/experiments/look/config.yaml");
  }

  private static Optional<ConfigFile> found(Map<StandardLocation, Answer> answers) {
    return search(answers) instanceof ConfigSearch.Found found
        ? Optional.of(found.file()).filter(file -> file.diagnostics().isEmpty())
        : Optional.empty();
  }

  private static ConfigSearch search(Map<StandardLocation, Answer> answers) {
    return new ConfigFinder(new FakeFiler(answers), Optional.empty()).search("look");
  }

  private static FileObject file(String path) {
    return new Content(path) {
      @Override
      public InputStream openInputStream() {
        return new ByteArrayInputStream(YAML.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static FileObject missing(String path) {
    return new Content(path) {
      @Override
      public InputStream openInputStream() throws IOException {
        throw new FileNotFoundException(path);
      }
    };
  }

  private abstract static class Content extends SimpleJavaFileObject {
    Content(String path) {
      super(URI.create("file://" + path), Kind.OTHER);
    }

    @Override
    public abstract InputStream openInputStream() throws IOException;
  }

  private record FakeFiler(Map<StandardLocation, Answer> answers) implements Filer {

    @Override
    public FileObject getResource(
        JavaFileManager.Location location, CharSequence pkg, CharSequence name) throws IOException {
      Answer answer = answers.get(location);
      if (answer == null) {
        throw new IllegalArgumentException(location.getName());
      }
      return answer.of(name.toString());
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... origins) {
      throw new UnsupportedOperationException();
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... origins) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileObject createResource(
        JavaFileManager.Location location,
        CharSequence pkg,
        CharSequence name,
        Element... origins) {
      throw new UnsupportedOperationException();
    }
  }
}
