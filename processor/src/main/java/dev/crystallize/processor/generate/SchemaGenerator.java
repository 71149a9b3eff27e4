package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.runtime.config.Names;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes for each experiment a JSON Schema of its {@code config.yaml}, by which editors complete
 * and check what is typed. It depends on names in Java, and on other experiments' outputs, so it is
 * written whatever is wrong with the configuration, or if there is none.
 */
public final class SchemaGenerator {

  /** The folder of the schemas in the class output. */
  public static final String FOLDER = "META-INF/crystallize/";

  private static final String SUFFIX = ".schema.json";

  private final Filer filer;
  private final Map<String, String> textByPath = new TreeMap<>();

  /** Makes a generator for one run of the compiler. */
  public SchemaGenerator(Filer filer) {
    this.filer = filer;
  }

  /** Takes the graph as it stands in a round; that of a later round replaces it. */
  public void generate(Graph graph) {
    textByPath.clear();
    SchemaConfigGenerator generator =
        new SchemaConfigGenerator(new SchemaSourceGenerator(graph), graph.libraryVerifiers());
    Set<String> seen = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      String folder = experiment.folder();
      if (Names.problemWith(folder).isEmpty() && seen.add(Names.ignoringCase(folder))) {
        textByPath.put(pathOf(folder), SchemaText.of(generator.config(experiment)));
      }
    }
  }

  /** javac takes names for URIs and so refuses a space. */
  private static String pathOf(String folder) {
    return FOLDER + folder.replace(" ", "%20") + SUFFIX;
  }

  /**
   * Writes the files. A file may be created only once in a run of the compiler, so this is for its
   * last round.
   *
   * @param origins the root classes that they come from
   * @throws IOException if one cannot be written; the others are
   */
  public void write(List<TypeElement> origins) throws IOException {
    Element[] from = origins.toArray(Element[]::new);
    IOException failure = null;
    for (Map.Entry<String, String> file : textByPath.entrySet()) {
      try {
        write(file.getKey(), file.getValue(), from);
      } catch (IOException | IllegalArgumentException | UnsupportedOperationException cause) {
        if (failure == null) {
          failure = new IOException(file.getKey() + " cannot be written: " + cause, cause);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void write(String path, String text, Element[] origins) throws IOException {
    FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origins);
    try (OutputStream out = file.openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
