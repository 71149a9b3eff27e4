package dev.crystallize.processor.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** The list of generated graphs in the class output, by which they are found at run time. */
public final class ServiceFile {

  /** The path of the list. */
  public static final String PATH =
      "META-INF/services/dev.crystallize.runtime.ExperimentNodeProvider";

  private static final String BINARY_SEPARATOR = "$";

  private final Filer filer;

  /** Makes a list that lies where this filer writes. */
  public ServiceFile(Filer filer) {
    this.filer = filer;
  }

  /** Returns the names that an earlier compilation listed; none if there is no list. */
  public List<String> read() {
    try (Reader content =
            new InputStreamReader(
                filer.getResource(StandardLocation.CLASS_OUTPUT, "", PATH).openInputStream(),
                StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(content)) {
      return lines
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty() && !line.contains(BINARY_SEPARATOR))
          .toList();
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException noEarlierList) {
      return List.of();
    }
  }

  /**
   * Writes the list anew, sorted.
   *
   * @param origins the classes that it depends on
   * @throws IOException if it cannot be written
   */
  public void write(Collection<String> graphs, Element... origins) throws IOException {
    try (Writer out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", PATH, origins).openWriter()) {
      for (String graph : new TreeSet<>(graphs)) {
        out.write(graph + "\n");
      }
    }
  }
}
